using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Design;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Feeds;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Wall;

/// <summary>The wall as an Atom feed, newest first: everything, a theme, words, or any other choice of the wall.</summary>
internal static class WallFeed
{
    /// <summary>Where it is; what narrows the wall narrows the feed.</summary>
    public const string Path = "/muur/atom.xml";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGroup("")
        .RequireAuthorization(CataloguePolicies.Read).RequireCors(ApiGroup.Everyone).RequireRateLimiting(ApiGroup.Everyone)
        .CacheOutput().MapRead(Path, GetAsync);

    /// <summary>The feed of a question, without what does not narrow it: from the root in the reader's language.</summary>
    public static string Of(WallQuestion question) => Path + Plain(question).Address;

    /// <summary>What can be followed of a question: its words, or else its theme; null when it has neither.</summary>
    public static Followable? ToFollow(WallQuestion question) =>
        question.Text.Length > 0 ? new(Followable.Search, question.Text)
        : question.Chosen.FirstOrDefault(choice => choice.Facet.Name == FacetNames.Theme).Option is { } theme
            ? new(Followable.Theme, theme.Slug)
        : null;

    private static async Task<FileContentHttpResult> GetAsync(
        HttpRequest request, WallFacets facets, ISearch search, ICatalogue catalogue, IOrganisations organisations, SiteAddress site, Words words,
        CancellationToken cancellation)
    {
        var asked = Plain(WallQuestion.Read(request.Query, facets));
        var found = search.Find(asked.ToSearch(AtomFeed.Size) with { CountFacets = [], Sort = SearchSort.Newest }).Hits.Select(hit => new SolutionId(hit.Id)).ToList();
        var cards = await catalogue.CardsAsync(found, cancellation);
        var home = site.Of("");
        return new AtomFeed(
            AtomFeed.Tag(home, $"muur{Uri.EscapeDataString(asked.Address)}"), Title(asked, words), site.Of(Of(asked)[1..]), site.Of($"muur{asked.Address}"),
            Words.IsEnglish ? "en" : "nl", DateTimeOffset.UnixEpoch,
            [.. found.Where(cards.ContainsKey).Select(id => Entry(cards[id], organisations, site))]).ToAnswer();
    }

    private static WallQuestion Plain(WallQuestion question) => new() { Text = question.Text, Chosen = question.Chosen };

    private static string Title(WallQuestion asked, Words words)
    {
        var chosen = asked.Chosen.Select(choice => choice.Option.Text).Prepend(asked.Text.Length > 0 ? $"“{asked.Text}”" : "").Where(text => text.Length > 0);
        return asked.IsNarrowed ? words["Nieuwe oplossingen: {0}", string.Join(", ", chosen)] : words["Nieuwe oplossingen op Parelmuur"];
    }

    private static AtomEntry Entry(SolutionCard card, IOrganisations organisations, SiteAddress site)
    {
        var shared = Moment(card.Shared);
        return new(
            AtomFeed.Urn(card.Id.Value), card.Title, site.Of($"oplossingen/{card.Slug}"), shared,
            card.LastConfirmed is { } confirmed && Moment(confirmed) > shared ? Moment(confirmed) : shared, card.Promise)
        {
            Author = card.Origin is { } maker ? organisations.Find(maker)?.Name : null,
            Language = "nl",
        };
    }

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
