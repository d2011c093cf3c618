using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>The intentions of all municipalities, from memory.</summary>
internal sealed class IndexModel(KnownIntentions intentions, Words words) : PageModel
{
    public const int PageSize = 20;
    private const string Everything = "alles";
    private const int MostFound = 200, LongestQuestion = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Which ones: only those that are open, or all.</summary>
    [BindProperty(SupportsGet = true, Name = "stand")]
    public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<IntentionCard> Cards { get; private set; } = [];

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public string Heading => Text is null
        ? words.Count(Count, "1 voornemen van gemeenten", "{0:N0} voornemens van gemeenten")
        : words.Count(Count, "1 voornemen voor “{1}”", "{0:N0} voornemens voor “{1}”", Text);

    public IActionResult OnGet()
    {
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();
        if (Text?.Length > LongestQuestion)
            Text = Text[..LongestQuestion];
        var isOpen = Shown != Everything;
        IReadOnlyList<IntentionCard> found = Text is null
            ? [.. isOpen ? intentions.Open : intentions.All]
            : intentions.Answering(Text, isOpen, MostFound);
        Count = found.Count;
        if (Number < 1 || Number > Pages)
            return NotFound();
        Cards = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string To(int number) => Request.PathBase + "/voornemens" + QueryString.Create(
        new[] { KeyValuePair.Create("q", Text), KeyValuePair.Create("stand", Shown), KeyValuePair.Create("pagina", number > 1 ? $"{number}" : null) }
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
