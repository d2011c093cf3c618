using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>What a page says while the database is away and it shows what was kept in memory.</summary>
public static class Away
{
    /// <summary>The message as HTML, to stand above the page.</summary>
    public static string Banner(Words words) => new Markup()
        .Add($"<div class=\"pm-binnen pm-gelukt\"><div class=\"utrecht-alert\" role=\"status\"><div class=\"pm-stapel pm-stapel--smal\">")
        .Add($"<p class=\"utrecht-heading-4\">{words["Je ziet de site zoals zij net was"]}</p>")
        .Add($"<div>{words["Een deel van de site is even weg. Lezen kan meestal, opslaan nog niet. Probeer dat over een paar minuten."]}</div></div></div></div>")
        .ToString();
}
