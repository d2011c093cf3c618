namespace Parelmuur.Search.Analysis;

/// <summary>What the lexicon knows of a word: whether it exists, and where it may stand in a compound.</summary>
[Flags]
internal enum WordRole : byte
{
    /// <summary>Not in the lexicon.</summary>
    None = 0,

    /// <summary>It exists.</summary>
    Word = 1,

    /// <summary>It may start a compound or stand in the middle: bouw-vergunning.</summary>
    Begin = 2,

    /// <summary>It may do so with an s behind it: omgeving-s-vergunning.</summary>
    BeginWithS = 4,

    /// <summary>Its plural on -en may do so: woningen-bouw.</summary>
    BeginAsPlural = 8,

    /// <summary>It may end a compound: bouw-vergunning.</summary>
    End = 16,

    /// <summary>It looks like a part but is not: the "ring" of "fasering".</summary>
    NoPart = 32,

    /// <summary>It looks like a compound but is not, or is better kept whole: "maatregel".</summary>
    Whole = 64,

    /// <summary>A noun of some length: may be a part when nothing better fits.</summary>
    Noun = 128,
}
