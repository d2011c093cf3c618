using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.SolutionPage;

/// <summary>Adds "Vragen en ervaringen" to the page of a solution, with two questions to the database.</summary>
internal sealed class ConversationsOfSolution(
    DiscussedSolutions discussed, ICatalogue catalogue, IAccounts accounts, IOrganisations organisations, AskTogether together,
    TimeProvider time)
    : ISolutionSection
{
    private const string View = "/SolutionPage/_Conversations.cshtml";
    private const int ThreadsShown = 100;

    // Nearly every solution is one; the others took up what they were merged with.
    private static readonly CompiledQuery<Func<ConversationsDb, SolutionId, IAsyncEnumerable<Row>>> AboutOne = new(() => EF.CompileAsyncQuery(
        (ConversationsDb db, SolutionId about) => db.Contributions
            .Where(each => db.Contributions.Where(start => start.Solution == about && start.Kind != ContributionKind.Answer)
                .OrderByDescending(start => start.Posted).ThenByDescending(start => start.Id)
                .Take(ThreadsShown).Select(start => start.Id).Contains(each.Thread))
            .OrderBy(each => each.Posted).ThenBy(each => each.Id)
            .Select(Row.Of)));

    public int Order => 10;

    public async Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation)
    {
        // What was said about a solution that was taken up in this one stands here too.
        List<SolutionId> all = [solution.Id, .. catalogue.TakenUpIn(solution.Id)];
        if (reader is null && !all.Exists(discussed.MayHave))
            return new(View, new SolutionConversations(solution, []));
        var (rows, looksAfter) = (new List<Row>(), false);
        if (reader is null)
        {
            rows = await together.OneAsync<ConversationsDb, List<Row>>(db => AboutAsync(db, all, cancellation), cancellation);
        }
        else
        {
            await together.AllAsync(
                [
                    async services => rows = await AboutAsync(services.GetRequiredService<ConversationsDb>(), all, cancellation),
                    async _ => looksAfter = await catalogue.LooksAfterAsync(solution.Id, reader, cancellation),
                ], cancellation);
        }

        var people = await accounts.PeopleAsync([.. rows.Select(row => row.Author).Distinct()], cancellation);
        var answers = rows.Where(row => row.Kind == ContributionKind.Answer).ToLookup(row => row.Thread);
        return new(View, new SolutionConversations(
            solution,
            [.. rows.Where(row => row.Kind != ContributionKind.Answer).Reverse().Select(row => new ShownThread(
                Shown(row), row.Kind == ContributionKind.Question, ClockOf(row), [.. answers[row.Id].Select(Shown)]))]));

        ShownContribution Shown(Row row) => new(
            row.Id,
            people.TryGetValue(row.Author, out var author) ? author.Name : "Oud-medewerker",
            row.Organisation is { } id ? organisations.Find(id) : null,
            row.Text,
            organisations.DayOf(row.Posted),
            row.Edited,
            row.Hidden ? row.HiddenReason : null,
            reader is not null && Contribution.MayEdit(row.Author, row.Posted, row.Hidden, reader.Id, time.GetUtcNow()),
            looksAfter && row is { Kind: ContributionKind.Answer, Hidden: false } ? $"~/oplossingen/{solution.Slug}/bewerken?antwoord={row.Id}" : null);
    }

    private static async Task<List<Row>> AboutAsync(ConversationsDb db, List<SolutionId> about, CancellationToken cancellation)
    {
        if (about is [var one])
            return await AboutOne.For(db)(db, one).ToListAsync(cancellation);
        var latest = db.Contributions
            .Where(each => about.Contains(each.Solution) && each.Kind != ContributionKind.Answer)
            .OrderByDescending(each => each.Posted).ThenByDescending(each => each.Id)
            .Take(ThreadsShown).Select(each => each.Id);
        return await db.Contributions.Where(each => latest.Contains(each.Thread))
            .OrderBy(each => each.Posted).ThenBy(each => each.Id)
            .Select(Row.Of).ToListAsync(cancellation);
    }

    private AnswerClock? ClockOf(Row row) =>
        row is { Due: { } due, Answered: false, Hidden: false } ? AnswerClock.On(organisations.Today, due) : null;

    private sealed record Row(
        ContributionId Id,
        ContributionKind Kind,
        ContributionId Thread,
        PersonId Author,
        OrganisationId? Organisation,
        string Text,
        DateTimeOffset Posted,
        bool Edited,
        DateOnly? Due,
        bool Answered,
        bool Hidden,
        string HiddenReason)
    {
        /// <summary>The text of what is hidden does not leave the database.</summary>
        public static readonly Expression<Func<Contribution, Row>> Of = each => new(
            each.Id, each.Kind, each.Thread, each.Author, each.Organisation, each.Hidden == null ? each.Text : "",
            each.Posted, each.Edited != null, each.Due, each.Answered != null, each.Hidden != null, each.HiddenReason);
    }
}
