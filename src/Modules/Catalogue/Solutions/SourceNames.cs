namespace Parelmuur.Catalogue.Solutions;

/// <summary>What people call the sources that imports know.</summary>
internal static class SourceNames
{
    public static string Of(string source) => source switch
    {
        "algoritmeregister" => "Algoritmeregister",
        "gemma" => "GEMMA",
        "publiccode" => "publiccode.yml",
        "" => "",
        _ => string.Concat(source[..1].ToUpperInvariant(), source[1..]),
    };
}
