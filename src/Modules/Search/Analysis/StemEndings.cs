namespace Parelmuur.Search.Analysis;

/// <summary>
/// The rounds in which endings come off. In a round the longest ending that fits decides; when its condition fails the
/// round does nothing. Each tells whether it changed the word.
/// </summary>
internal static class StemEndings
{
    /// <summary>Plurals: foto's, straten, heden.</summary>
    public static bool Plural(ref StemWord word)
    {
        if (word.Ends("'s"))
            return word.Replace(2);
        if (word.Ends("ies"))
            return word.InFirst(3) && word.Replace(3, "ie");
        if (word.Ends("aus"))
            return word.InFirst(3) && word.VowelBefore(3) && word.Replace(3, "au");
        if (word.Ends("nde"))
            return word.Replace(1);
        if (word.Ends("és"))
            return word.InFirst(2) && word.Replace(1);
        if (word.Ends("es"))
            return PluralEs(ref word);
        if (word.Ends("en"))
            return PluralEn(ref word);
        return word.Ends("s") && word.InFirst(1) && !(word.EndsBefore(1, "t") && word.InFirst(2)) &&
            word.ConsonantBefore(1) && word.Replace(1);
    }

    /// <summary>Diminutives, and the e of adjectives and verbs: huisje, lelijke, maakte.</summary>
    public static bool Inflection(ref StemWord word)
    {
        if (word.Ends("je"))
            return Diminutive(ref word);
        if (word.Ends("lijke") || word.Ends("ische"))
            return word.InFirst(5) && word.Replace(1);
        if (word.Ends("ieve"))
            return word.InFirst(4) && word.ConsonantBefore(4) && word.Replace(2, "f");
        if (word.Ends("ene"))
            return word.InFirst(3) && word.ConsonantBefore(3) && word.Replace(1) && word.Lengthen();
        if (word.Ends("de"))
            return word.InFirst(2) && word.ConsonantBefore(2) && word.Replace(2);
        if (word.Ends("le"))
            return word.InFirst(2) && word.Replace(1) && word.Lengthen();
        return (word.Ends("ge") || word.Ends("te") || word.Ends("se") || word.Ends("re")) &&
            word.InFirst(2) && word.Replace(1);
    }

    /// <summary>Nouns made from verbs and adjectives: betaling, subsidiabiliteit, veiligheid.</summary>
    public static bool Noun(ref StemWord word)
    {
        if (word.Ends("iteit"))
            return word.InFirst(5) && word.Replace(5) && word.Lengthen();
        if (word.Ends("atie"))
            return word.InFirst(4) && word.Replace(4, "eer");
        if (word.Ends("heid") || word.Ends("ster"))
            return word.InFirst(4) && word.Replace(4);
        if (word.Ends("rder"))
            return word.Replace(3);
        if (word.Ends("isme") || word.Ends("erij"))
            return FromVerb(ref word, 4);
        if (word.Ends("arij"))
            return word.InFirst(4) && word.ConsonantBefore(4) && word.Replace(4, "aar");
        if (word.Ends("ing"))
            return FromVerb(ref word, 3);
        if (word.Ends("sel"))
            return word.InFirst(3) && word.Replace(3);
        if (word.Ends("fie") || word.Ends("gie"))
            return word.InSecond(3) && word.Replace(2) && word.Lengthen();
        return (word.Ends("tst") || word.Ends("dst")) &&
            word.InFirst(3) && word.ConsonantBefore(3) && word.Replace(2);
    }

    /// <summary>Adjectives: functioneel, betaalbaar, twijfelachtig, zuinig.</summary>
    public static bool Adjective(ref StemWord word) => LongAdjective(ref word) || AdjectiveIg(ref word);

    /// <summary>The d or t that a participle leaves behind when its "ge" is gone.</summary>
    public static void Participle(ref StemWord word)
    {
        if (!(word.Ends("d") || word.Ends("t")) || !word.InFirst(1) || !word.ConsonantBefore(1))
            return;
        if (word.Ends("t"))
        {
            if (!(word.EndsBefore(1, "h") && word.InFirst(2)) && !word.IsBefore(1, "en"))
                word.Replace(1);
        }
        else if (!(word.EndsBefore(1, "n") && word.InFirst(2)))
        {
            word.Replace(1, word.IsBefore(1, "in") ? "n" : "");
        }
    }

    /// <summary>The t of a verb: maakt.</summary>
    public static bool FinalT(ref StemWord word) =>
        (word.Ends("kt") || word.Ends("ft") || word.Ends("pt")) && word.Replace(1);

    /// <summary>No double consonant and no v or z at the end.</summary>
    public static void Spelling(ref StemWord word)
    {
        if (word.IsBefore(0, "inn") || word.Length == 0)
            return;
        if (word.EndsDouble)
            word.Replace(1);
        else if (word.Ends("v"))
            word.Replace(1, "f");
        else if (word.Ends("z"))
            word.Replace(1, "s");
    }

    private static bool PluralEs(ref StemWord word)
    {
        if (word.EndsBefore(2, "ar") && word.InFirst(4) && word.ConsonantBefore(4))
            return word.Replace(2) && word.Lengthen();
        if (word.EndsBefore(2, "er") && word.InFirst(4) && word.ConsonantBefore(4))
            return word.Replace(2);
        return word.InFirst(2) && word.ConsonantBefore(2) && word.Replace(1);
    }

    private static bool PluralEn(ref StemWord word)
    {
        if (word.EndsBefore(2, "hed") && word.InFirst(5))
            return word.Replace(5, "heid");
        if (word.EndsBefore(2, "nd"))
            return word.Replace(2);
        if (word.EndsBefore(2, "d") && word.InFirst(3) && word.ConsonantBefore(3))
            return word.Replace(3);
        if ((word.EndsBefore(2, "i") || word.EndsBefore(2, "j")) && word.VowelBefore(3))
            return word.Replace(2);
        return word.InFirst(2) && word.ConsonantBefore(2) && word.Replace(2) && word.Lengthen();
    }

    private static bool Diminutive(ref StemWord word)
    {
        if (word.EndsBefore(2, "'t"))
            return word.Replace(4);
        if (word.EndsBefore(2, "et") && word.InFirst(4) && word.ConsonantBefore(4))
            return word.Replace(4);
        if (word.EndsBefore(2, "rnt"))
            return word.Replace(3);
        if (word.EndsBefore(2, "t") && word.InFirst(3) && word.LongSyllableBefore(3))
            return word.Replace(3);
        if (word.EndsBefore(2, "ink"))
            return word.Replace(3, "g");
        if (word.EndsBefore(2, "mp"))
            return word.Replace(3);
        if (word.EndsBefore(2, "'") && word.InFirst(3))
            return word.Replace(3);
        return word.InFirst(2) && word.ConsonantBefore(2) && word.Replace(2);
    }

    // Without the exception "schilderij" would end up as "schild".
    private static bool FromVerb(ref StemWord word, int last) => word.EndsBefore(last, "ild")
        ? word.Replace(last, "er")
        : word.InFirst(last) && word.Replace(last) && word.Lengthen();

    private static bool LongAdjective(ref StemWord word)
    {
        if (word.Ends("achtiger") || word.Ends("achtigst"))
            return word.InFirst(8) && word.Replace(8);
        if (word.Ends("ioneel"))
            return word.InFirst(6) && word.Replace(6, "ie");
        if (word.Ends("lijker") || word.Ends("lijkst"))
            return word.InFirst(6) && word.Replace(2);
        if (word.Ends("achtig"))
            return word.InFirst(6) && word.Replace(6);
        if (word.Ends("eriger") || word.Ends("erigst"))
            return DropLengthening(ref word, 6);
        if (word.Ends("atief"))
            return word.InFirst(5) && word.Replace(5, "eer");
        if (word.Ends("baar"))
            return word.InFirst(4) && word.Replace(4);
        if (word.Ends("naar") || word.Ends("laar") || word.Ends("raar"))
            return word.InFirst(4) && word.VowelBefore(4) && word.Replace(3);
        if (word.Ends("tant"))
            return word.InFirst(4) && word.Replace(3, "eer");
        if (word.Ends("erig"))
            return DropLengthening(ref word, 4);
        return word.Ends("end") && DropLengthening(ref word, 3);
    }

    // "Innig" keeps its ending, or it would become "in".
    private static bool AdjectiveIg(ref StemWord word)
    {
        var last = word.Ends("iger") || word.Ends("igst") ? 4 : word.Ends("ig") ? 2 : 0;
        return last > 0 && !word.IsBefore(last, "inn") && DropLengthening(ref word, last);
    }

    private static bool DropLengthening(ref StemWord word, int last) =>
        word.InFirst(last) && word.ConsonantBefore(last) && word.Replace(last) && word.Lengthen();
}
