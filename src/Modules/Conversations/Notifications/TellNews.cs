using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Makes sentences of news: the same on the site, in a mail and in a feed.</summary>
internal sealed class TellNews(
    ConversationsDb db, ICatalogue catalogue, IAccounts accounts, IAdoption adoption, IOrganisations organisations, Words words)
{
    private const int CharactersShown = 200;

    /// <summary>How much of a text must be read to show its beginning.</summary>
    public const int CharactersRead = CharactersShown + 1;

    /// <summary>Reads once what the sentences need, for all these items.</summary>
    public async Task<NewsTold> GatherAsync(IReadOnlyCollection<NewsItem> items, CancellationToken cancellation)
    {
        var said = items.Select(item => item.Contribution).OfType<ContributionId>().ToList();
        // The text of what is hidden does not leave the database.
        var texts = said.Count == 0 ? [] : await db.Contributions.Where(each => said.Contains(each.Id) && each.Hidden == null)
            .Select(each => new { each.Id, Text = each.Text.Substring(0, CharactersRead) })
            .ToDictionaryAsync(each => each.Id, each => Markless(each.Text), cancellation);
        return await GatherAsync(items, texts, cancellation);
    }

    /// <summary>The same when the texts were read already.</summary>
    public async Task<NewsTold> GatherAsync(
        IReadOnlyCollection<NewsItem> items, IReadOnlyDictionary<ContributionId, string> texts, CancellationToken cancellation)
    {
        var cards = await catalogue.CardsAsync([.. items.SelectMany(SolutionsIn).Distinct()], cancellation);
        var people = await accounts.PeopleAsync([.. items.SelectMany(PeopleIn).Distinct()], cancellation);
        return new(cards, people, texts, adoption, organisations, catalogue, words);
    }

    /// <summary>The beginning of a text without the signs of Markdown.</summary>
    public static string Markless(string text)
    {
        var line = string.Join(' ', text.Split(['\n', '*', '#', '`', '>'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length > CharactersShown ? line[..CharactersShown].TrimEnd() + "…" : line;
    }

    private static IEnumerable<SolutionId> SolutionsIn(NewsItem item) =>
        item.IsAboutIntention ? [] : item.Other is { } other ? [item.Solution, other] : [item.Solution];

    private static IEnumerable<PersonId> PeopleIn(NewsItem item)
    {
        if (item.By is { } by)
            yield return by;
        if (item.Event == nameof(StewardAnswered))
            yield return item.As<StewardAnswered>().Person;
    }
}

/// <summary>News with everything that its sentences need.</summary>
internal sealed class NewsTold(
    IReadOnlyDictionary<SolutionId, SolutionCard> cards,
    IReadOnlyDictionary<PersonId, PersonSummary> people,
    IReadOnlyDictionary<ContributionId, string> texts,
    IAdoption adoption,
    IOrganisations organisations,
    ICatalogue catalogue,
    Words words)
{
    /// <summary>The item in the reader's language; null when not everyone may see it (any longer).</summary>
    public ToldNews? Tell(NewsItem item) =>
        item.IsAboutIntention ? TellOfIntention(item)
        : cards.TryGetValue(item.Solution, out var card) && card.Status != SolutionStatus.Draft && SentenceOf(item, card) is { } sentence
            ? new(item, card.Title, sentence, $"/oplossingen/{card.Slug}{(item.Contribution is { } id ? $"#bijdrage-{id}" : "")}")
            : null;

    private ToldNews? TellOfIntention(NewsItem item) =>
        catalogue.Intentions([item.SubjectId]) is [var intention] && SentenceOf(item, intention) is { } sentence
            ? new(item, intention.Title, sentence, $"/voornemens/{intention.Slug}")
            : null;

    private string? SentenceOf(NewsItem item, IntentionSummary intention) => item.Event switch
    {
        nameof(IntentionShared) => words["{0} wil dit gaan doen.", Organisation(intention.Organisation)],
        nameof(IntentionRevised) => words["De tekst van dit voornemen is aangepast."],
        nameof(IntentionJoined) => words["{0} wil dit ook.", Organisation(item.As<IntentionJoined>().Organisation)],
        nameof(IntentionEnded) => words[item.As<IntentionEnded>().State == IntentionState.Pilot ? "Dit voornemen wordt een pilot." : "Dit voornemen gaat niet door."],
        nameof(IntentionReopened) => words["Dit voornemen gaat toch door."],
        _ => null,
    };

    private string Organisation(OrganisationId id) => organisations.Find(id)?.Name ?? words["Een organisatie"];

    private string? SentenceOf(NewsItem item, SolutionCard card) => item.Event switch
    {
        nameof(SolutionShared) => Maker(item, card) is { } maker ? words["{0} deelde deze oplossing.", maker] : words["Deze oplossing is gedeeld."],
        nameof(SolutionRevised) => words["De tekst is aangepast: {0}.", Parts(item.As<SolutionRevised>().Fields)],
        nameof(SolutionConfirmed) => words["Opnieuw bevestigd: dit klopt nog."],
        nameof(SolutionArchived) => OtherTitle(item) is { } next
            ? words["Gestopt. “{0}” is de opvolger.", next]
            : words["Gestopt. De reden: {0}", item.As<SolutionArchived>().Reason],
        nameof(SolutionBroughtBack) => words["Deze oplossing staat weer op de muur."],
        nameof(SolutionMerged) => OtherTitle(item) is { } into ? words["Samengevoegd met “{0}”. Ga daar verder.", into] : null,
        nameof(MergeUndone) => OtherTitle(item) is { } from ? words["Staat weer los van “{0}”.", from] : null,
        nameof(StageDecided) => Step(item.As<StageDecided>()),
        nameof(StewardAnswered) => item.As<StewardAnswered>() is { Role: "Steward" } answer
            ? words["{0} is de nieuwe beheerder.", Name(answer.Person)]
            : words["{0} is de nieuwe vervanger van de beheerder.", Name(item.As<StewardAnswered>().Person)],
        nameof(StewardLeft) => words["De beheerder is gestopt."],
        nameof(StewardWanted) => words["Deze oplossing zoekt een beheerder."],
        nameof(OwnUseStated) => User(item, card) is { } user ? words["{0} gebruikt dit ook.", user] : null,
        nameof(QuestionAsked) => Said(item) is { } text ? words["{0} vraagt: {1}", By(item), text] : null,
        nameof(QuestionAnswered) => Said(item) is { } text ? words["{0} antwoordt: {1}", By(item), text] : null,
        nameof(CommentPosted) => Said(item) is { } text ? words["{0} reageert: {1}", By(item), text] : null,
        _ => null,
    };

    private string Step(StageDecided step) => step.Refused
        ? words["De stap naar {0} gaat niet door.", words[catalogue.StageLabel(step.To)].ToLower(CultureInfo.CurrentCulture)]
        : words["Van {0} naar {1}.", words[catalogue.StageLabel(step.From)].ToLower(CultureInfo.CurrentCulture), words[catalogue.StageLabel(step.To)].ToLower(CultureInfo.CurrentCulture)];

    private string? OtherTitle(NewsItem item) =>
        item.Other is { } other && cards.TryGetValue(other, out var card) && card.Status != SolutionStatus.Draft ? card.Title : null;

    private string? Said(NewsItem item) => item.Contribution is { } id ? texts.GetValueOrDefault(id) : null;

    private string? Maker(NewsItem item, SolutionCard card) =>
        (card.Origin ?? item.OnBehalfOf) is { } id ? organisations.Find(id)?.Name : null;

    // Who hides it by now, or says that it is not so, is no news any longer.
    private string? User(NewsItem item, SolutionCard card) =>
        item.As<OwnUseStated>().User is var user && adoption.UsersOf(card.Id).Users.Any(each => each.User == user || each.Via == user) ? organisations.Find(user)?.Name : null;

    private string Parts(IEnumerable<string> fields) =>
        string.Join(", ", fields.Select(field => words[catalogue.PartLabel(field)].TrimEnd('?').ToLower(CultureInfo.CurrentCulture)));

    private string By(NewsItem item) => (item.By is { } person ? Name(person) : null, item.OnBehalfOf is { } id ? organisations.Find(id) : null) switch
    {
        ({ } name, { } organisation) => words["{0} van {1}", name, organisation.Name],
        ({ } name, _) => name,
        _ => words["Iemand"],
    };

    private string Name(PersonId person) => people.TryGetValue(person, out var known) ? known.Name : words["Iemand"];
}

/// <summary>One piece of news in words.</summary>
/// <param name="Item">What happened.</param>
/// <param name="Title">To what.</param>
/// <param name="Sentence">What happened, in the reader's language.</param>
/// <param name="Path">Where to read it, from the root of the site in the reader's language.</param>
internal sealed record ToldNews(NewsItem Item, string Title, string Sentence, string Path);
