namespace Parelmuur.Search;

/// <summary>The thesaurus while it is edited: what is wrong with a line, and what a line would change.</summary>
public interface IThesaurus
{
    /// <summary>What to do about a line that cannot be used, in plain Dutch; null when it is right.</summary>
    /// <param name="line">"bijstand = participatiewet" or "grofvuil > afval".</param>
    string? Wrong(string line);

    /// <summary>What people would find for each name of these lines, before and after.</summary>
    /// <param name="added">A line that comes; null for none.</param>
    /// <param name="removed">A line of a <see cref="IThesaurusSource"/> that goes; null for none.</param>
    IReadOnlyList<SynonymEffect> Try(string? added, string? removed);
}

/// <summary>A room that keeps lines of its own, on top of the thesaurus that is shipped with the program.</summary>
public interface IThesaurusSource
{
    /// <summary>The kind of ledger subject whose changes mean that the lines must be read again.</summary>
    string Subject { get; }

    /// <summary>All lines that count now. A line that is wrong is left out.</summary>
    Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellation);
}

/// <summary>What a change of the thesaurus does for one name.</summary>
/// <param name="Name">What somebody searches for.</param>
/// <param name="Before">How many entries that finds now.</param>
/// <param name="After">How many it would find.</param>
/// <param name="Gained">Entries among the first hundred that it would find too, best first.</param>
/// <param name="Lost">Entries among the first hundred that it would find no longer, best first.</param>
public sealed record SynonymEffect(string Name, int Before, int After, IReadOnlyList<Guid> Gained, IReadOnlyList<Guid> Lost);
