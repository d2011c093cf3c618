using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Searching;

/// <summary>The answer to the search box: results with marked words, and help when there are none.</summary>
/// <remarks>It asks and narrows as the wall does; only the order and the look differ.</remarks>
internal sealed class IndexModel(ReadWall wall, WallFacets facets, ISearch search, KnownIntentions intentions, IOrganisations organisations, Words words, MissedSearches missed)
    : PageModel
{
    private const int Suggested = 6, IntentionsShown = 3, FoundWords = 3;

    public WallAnswer Answer { get; private set; } = null!;

    public WallQuestion Asked => Answer.Question;

    public string Path => Request.PathBase + "/zoeken";

    /// <summary>The heading is the answer.</summary>
    public string Heading => (Asked.IsNarrowed, Answer.Total) switch
    {
        (false, _) => words["Zoek een oplossing"],
        (_, 0) when Asked.Text.Length == 0 => words["We vonden niets"],
        (_, var total) when Asked.Text.Length == 0 => words.Count(total, "1 oplossing gevonden", "{0:N0} oplossingen gevonden"),
        (_, 0) => words["We vonden niets voor “{0}”", Asked.Text],
        (_, var total) => words.Count(total, "1 oplossing voor “{1}”", "{0:N0} oplossingen voor “{1}”", Asked.Text),
    };

    public IReadOnlyList<HitModel> Hits
    {
        get
        {
            var mark = search.Marking(Asked.Text);
            return [.. Answer.Cards.Select(card =>
            {
                var (title, promise) = (mark(card.Solution.Title), mark(card.Solution.Promise));
                return new HitModel(card.Look)
                {
                    Title = title.ToDesign(),
                    Excerpt = promise.ToDesign(),
                    FoundBy = title.Concat(promise).Any(piece => piece.Marked)
                        ? []
                        : [.. Answer.Why[card.Solution.Id].Select(why => why.Found).Distinct(StringComparer.OrdinalIgnoreCase).Take(FoundWords)],
                };
            })];
        }
    }

    /// <summary>Who has exactly this name, and a page that is no solution.</summary>
    public IReadOnlyList<NamedPage> Named { get; private set; } = [];

    /// <summary>What municipalities want to do and that answers the words.</summary>
    public IReadOnlyList<IntentionCard> Intentions => Asked.Text.Length > 0 ? intentions.Answering(Asked.Text, isOpen: true, IntentionsShown) : [];

    /// <summary>Words of the catalogue that look like what was asked, when nothing was found.</summary>
    public IReadOnlyList<NamedLink> OtherWords =>
    [
        .. Asked.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => search.Suggest(word[..Math.Min(word.Length, 4)], 3))
            .Select(suggestion => suggestion.Text).Distinct().Take(Suggested)
            .Select(text => new NamedLink(text, Path + new WallQuestion { Text = text }.Address)),
    ];

    /// <summary>What narrows the results; each link takes one off.</summary>
    public IReadOnlyList<NamedLink> Chosen =>
        [.. Asked.Chosen.Select(choice => new NamedLink(choice.Option.Text, To(Asked.With(choice.Facet, null))))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var asked = WallQuestion.Read(Request.Query, facets);
        // A form without script also sends its empty fields: the address that can be shared and cached has none.
        if (Request.Query.Count != asked.ParameterCount)
            return Redirect(To(asked));
        Answer = await wall.AnswerAsync(asked, Request.PathBase, "/zoeken", cancellation);
        Named = NamedPage.Of(asked.Text, organisations, Request.PathBase, words);
        if (Answer.Total == 0 && asked.Chosen.Count == 0 && Named.Count == 0)
            missed.Note(asked.Text);
        return Page();
    }

    /// <summary>The address of this page with another question.</summary>
    public string To(WallQuestion question) => Path + question.Address;
}
