using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Wall;

/// <summary>The wall: every solution as a card or a row, narrowed by words and facets.</summary>
internal sealed class IndexModel(ReadWall wall, WallFacets facets, KnownIntentions intentions, Words words) : PageModel
{
    private const int IntentionsShown = 3;

    public WallAnswer Wall { get; private set; } = null!;

    public WallQuestion Asked => Wall.Question;

    public string Path => Request.PathBase + "/muur";

    public string ScreenAddress => $"{Request.PathBase}/muur/scherm{Asked.ForScreen.Address}";

    /// <summary>What municipalities want to do: those that answer the words, or the newest.</summary>
    public IReadOnlyList<IntentionCard> Intentions => Asked.Text.Length > 0
        ? intentions.Answering(Asked.Text, isOpen: true, IntentionsShown)
        : [.. intentions.Open.Take(IntentionsShown)];

    /// <summary>The heading is the answer.</summary>
    public string Heading => Asked.IsNarrowed
        ? words.Count(Wall.Total, "1 oplossing gevonden", "{0:N0} oplossingen gevonden")
        : words.Count(Wall.Total, "De muur: 1 oplossing van collega’s", "De muur: {0:N0} oplossingen van collega’s");

    /// <summary>The sorts; without words the first is "most used", which is then the best there is.</summary>
    public IReadOnlyList<Choice> Sorts => Asked.Text.Length > 0
        ? [new("", "Past het best"), new("gebruik", "Meest gebruikt"), new("nieuw", "Nieuwste eerst"), new("bevestigd", "Laatst bevestigd")]
        : [new("", "Meest gebruikt"), new("nieuw", "Nieuwste eerst"), new("bevestigd", "Laatst bevestigd")];

    public string SortSlug => Asked.Sort == Search.SearchSort.Relevance
        ? "" : WallQuestion.Sorts.First(each => each.Sort == Asked.Sort).Slug;

    /// <summary>What narrows the wall; each link takes one off.</summary>
    public IReadOnlyList<NamedLink> Chosen =>
    [
        .. Asked.Text.Length > 0 ? [new($"“{Asked.Text}”", To(Asked with { Text = "", Page = 1 }))] : Array.Empty<NamedLink>(),
        .. Asked.Chosen.Select(choice => new NamedLink(choice.Option.Text, To(Asked.With(choice.Facet, null)))),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var asked = WallQuestion.Read(Request.Query, facets);
        // A form without script also sends its empty fields: the address that can be shared and cached has none.
        if (Request.Query.Count != asked.ParameterCount)
            return Redirect(To(asked));
        Wall = await wall.AnswerAsync(asked, Request.PathBase, "/muur", cancellation);
        return Page();
    }

    /// <summary>The address of the wall with another question.</summary>
    public string To(WallQuestion question) => Path + question.Address;
}
