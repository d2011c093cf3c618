using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Feeds;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Feeds;

/// <summary>Atom feeds for who does not sign in: what happens to one solution, and what one municipality shares and uses.</summary>
internal static class ConversationFeeds
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("")
            .RequireAuthorization(ConversationsPolicies.Read).RequireCors(ApiGroup.Everyone).RequireRateLimiting(ApiGroup.Everyone).CacheOutput();
        feeds.MapRead("/oplossingen/{slug}/atom.xml", OfSolutionAsync);
        feeds.MapRead("/gemeenten/{slug}/atom.xml", OfMunicipalityAsync);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> OfSolutionAsync(
        string slug, ICatalogue catalogue, ReadNews news, SiteAddress site, Words words, CancellationToken cancellation)
    {
        if (await catalogue.FindBySlugAsync(slug, cancellation) is not { } solution)
            return TypedResults.NotFound();
        var told = await news.OfSolutionAsync(solution.Id, cancellation);
        return Feed(
            site, $"oplossing:{solution.Id}", words["Wat er gebeurt met {0}", solution.Title], $"oplossingen/{solution.Slug}", Moment(solution.Shared),
            told.Select(each => new AtomEntry(
                AtomFeed.Tag(site.Of(""), $"logboek:{each.Item.Entry}"), each.Sentence, site.Of(each.Path[1..]), each.Item.Moment, each.Item.Moment, solution.Title)));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> OfMunicipalityAsync(
        string slug, IOrganisations organisations, ICatalogue catalogue, IAdoption adoption, SiteAddress site, Words words, CancellationToken cancellation)
    {
        if (organisations.FindMunicipalityBySlug(slug) is not { } municipality)
            return TypedResults.NotFound();
        var uses = adoption.UsesBy(municipality.Id).Where(use => use.Use.State is UseState.Active or UseState.Planned).ToList();
        var made = await catalogue.MadeByAsync([municipality.Id], cancellation);
        var cards = await catalogue.CardsAsync([.. uses.Select(use => use.Solution).Union(made)], cancellation);
        var found = made.Select(id => (Id: id, Text: "{0} deelde {1}", Day: cards.GetValueOrDefault(id)?.Shared, What: "gedeeld", Via: (OrganisationId?)null))
            .Concat(uses.Select(use => (
                Id: use.Solution, Text: (use.Use.State, use.Use.Via) switch
                {
                    (UseState.Active, null) => "{0} gebruikt {1}",
                    (UseState.Active, _) => "{0} gebruikt {1} via {2}",
                    (_, null) => "{0} gaat {1} gebruiken",
                    _ => "{0} gaat {1} gebruiken via {2}",
                },
                Day: use.Use.ConfirmedOn ?? use.Use.ClaimedOn ?? use.Use.Since, What: "gebruik", use.Use.Via)))
            .Where(each => each.Day is not null && cards.TryGetValue(each.Id, out var card) && card.Status != SolutionStatus.Draft)
            .OrderByDescending(each => each.Day).ThenBy(each => each.Id.Value).Take(AtomFeed.Size);
        return Feed(
            site, $"gemeente:{municipality.Id}", words["Wat {0} deelt en gebruikt", municipality.Name], $"gemeenten/{municipality.Slug}", DateTimeOffset.UnixEpoch,
            found.Select(each => new AtomEntry(
                AtomFeed.Tag(site.Of(""), $"{each.What}:{municipality.Id}:{each.Id}"), words[each.Text, municipality.Name, cards[each.Id].Title, each.Via is { } via ? organisations.Find(via)?.Name : null],
                site.Of($"oplossingen/{cards[each.Id].Slug}"), Moment(each.Day!.Value), Moment(each.Day!.Value), cards[each.Id].Promise)));
    }

    private static FileContentHttpResult Feed(
        SiteAddress site, string id, string title, string page, DateTimeOffset begun, IEnumerable<AtomEntry> entries) => new AtomFeed(
        AtomFeed.Tag(site.Of(""), id), title, site.Of($"{page}/atom.xml"), site.Of(page), Words.IsEnglish ? "en" : "nl", begun, [.. entries]).ToAnswer();

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
