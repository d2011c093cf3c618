using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>
/// Every day: what nobody confirmed in time becomes unconfirmed, what nobody looks after goes looking for a steward, and
/// people get one mail a week at most, with every solution and intention in it that they must confirm, and what other rooms ask.
/// </summary>
/// <remarks>
/// Samples stay as they were meant, and so does what an import brought and nobody ever confirmed: nobody promised that
/// it is true.
/// </remarks>
internal sealed class KeepFresh(
    CatalogueDb db, IAccounts accounts, IEnumerable<IWeeklyQuestions> rooms, ConfirmLink link, SiteAddress site, Words words,
    IOrganisations organisations, TimeProvider time) : IDailyJob
{
    private const int AtOnce = 200, DaysBetween = 7, DaysAhead = 14;
    private static readonly Actor Actor = new("dagelijkse controle");

    /// <inheritdoc/>
    public string Name => "keep solutions fresh";

    /// <inheritdoc/>
    public string Does => "Vragen of oplossingen nog kloppen";

    private DateOnly Today => organisations.DayOf(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await FadeAsync(cancellation) == AtOnce) { }
        while (await LookForStewardsAsync(cancellation) == AtOnce) { }
        await NudgeAsync(cancellation);
    }

    private async Task<int> FadeAsync(CancellationToken cancellation)
    {
        var late = await Old(Today).Where(solution => solution.Status == SolutionStatus.Published)
            .OrderBy(solution => solution.Id).Take(AtOnce).ToListAsync(cancellation);
        foreach (var solution in late)
        {
            solution.Fade(Today);
            db.Record(new SolutionFaded(solution.Id), Actor);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return late.Count;
    }

    private async Task<int> LookForStewardsAsync(CancellationToken cancellation)
    {
        var limit = Today.AddMonths(-FreshnessRule.MonthsUntilOrphaned);
        var orphaned = await db.Solutions
            .Where(solution => solution.Status == SolutionStatus.Unconfirmed && solution.UnconfirmedSince <= limit
                && solution.StewardPerson == null && solution.WantedSince == null && !solution.IsSample)
            .OrderBy(solution => solution.Id).Take(AtOnce).ToListAsync(cancellation);
        foreach (var solution in orphaned)
        {
            solution.LookForSteward(Today);
            db.Record(new StewardWanted(solution.Id), Actor);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return orphaned.Count;
    }

    // What gets old within two weeks is in the mail too, so that it need not become unconfirmed first.
    private async Task NudgeAsync(CancellationToken cancellation)
    {
        List<ToConfirm> rows = [.. await SolutionsAsync(cancellation), .. await IntentionsAsync(cancellation)];
        List<WeeklyQuestion> others = [];
        foreach (var room in rooms)
            others.AddRange(await room.AllAsync(Today, cancellation));
        var asked = (Rows: rows.ToLookup(row => row.Person), Others: others.ToLookup(row => row.Person));
        var people = rows.Select(row => row.Person).Union(others.Select(row => row.Person)).ToList();
        var known = await db.Nudges.Where(nudge => people.Contains(nudge.Person)).ToDictionaryAsync(nudge => nudge.Person, cancellation);
        var addresses = await accounts.MailAddressesAsync(people, cancellation);
        var now = time.GetUtcNow();
        foreach (var person in people)
        {
            if (!addresses.TryGetValue(person, out var address) || !address.WantsNews
                || (known.GetValueOrDefault(person) is { } last && last.Sent > now.AddDays(-DaysBetween)))
                continue;
            if (known.TryGetValue(person, out var nudge))
                nudge.Again(now);
            else
                db.Nudges.Add(new Nudge(person, now));
            var mine = asked.Rows[person].ToList();
            db.Send(MailTo(address, mine, [.. asked.Others[person]]));
            db.Record(new StewardNudged(person, mine.Count(row => !row.IsIntention), mine.Count(row => row.IsIntention)), Actor);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<IEnumerable<ToConfirm>> SolutionsAsync(CancellationToken cancellation) =>
        (await Old(Today.AddDays(DaysAhead))
            .Where(solution => solution.StewardPerson != null || solution.DeputyPerson != null)
            .OrderBy(solution => solution.SortTitle)
            .Select(solution => new { solution.Id, solution.Title, Person = solution.StewardPerson ?? solution.DeputyPerson!.Value })
            .ToListAsync(cancellation))
        .Select(row => new ToConfirm(row.Person, row.Title, link.For(row.Id, row.Person), IsIntention: false));

    private async Task<IEnumerable<ToConfirm>> IntentionsAsync(CancellationToken cancellation) =>
        (await db.Intentions.DueOn(Today.AddDays(DaysAhead)).Where(intention => intention.Person != null)
            .OrderBy(intention => intention.Confirmed).ThenBy(intention => intention.Id)
            .Select(intention => new { intention.Id, intention.Title, Person = intention.Person!.Value })
            .ToListAsync(cancellation))
        .Select(row => new ToConfirm(row.Person, row.Title, link.ForIntention(row.Id, row.Person), IsIntention: true));

    private Mail MailTo(MailAddressOf address, IReadOnlyList<ToConfirm> rows, IReadOnlyList<WeeklyQuestion> others)
    {
        var readers = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo(address.Language == "en" ? "en-GB" : "nl-NL");
        try
        {
            string[] parts =
            [
                words["Hallo {0},", address.Name],
                Part(words["Jij zorgt voor deze oplossingen op Parelmuur. Kloppen ze nog? Eén klik is genoeg, je hoeft niet in te loggen."], rows.Where(row => !row.IsIntention)),
                Part(words["Jullie deelden deze voornemens op Parelmuur. Willen jullie dit nog? Zonder bevestiging verloopt een voornemen na een half jaar."], rows.Where(row => row.IsIntention)),
                .. others.GroupBy(row => row.Question).Select(of => Part(
                    words[of.Key], of.Select(row => new ToConfirm(row.Person, words.Count(row.Count, row.One, row.More, row.Name), row.Path, IsIntention: false)))),
                words["Deze links werken dertig dagen. Je krijgt hoogstens één keer per week zo’n mail."],
            ];
            return new(address.Email, address.Name, words["Kijk nog eens naar wat je deelt"], string.Join("\n\n", parts.Where(part => part.Length > 0)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = readers;
        }
    }

    private string Part(string question, IEnumerable<ToConfirm> rows)
    {
        var list = rows.Select(row => $"{row.Title}\n{site.Of(row.Path)}").ToList();
        return list.Count == 0 ? "" : string.Join("\n\n", list.Prepend(question));
    }

    // What was never confirmed counts from the day it was shared, unless an import brought it.
    private IQueryable<Solution> Old(DateOnly on)
    {
        var (gems, others) = (on.AddMonths(-FreshnessRule.MonthsOf(Stage.Gem)), on.AddMonths(-FreshnessRule.MonthsOf(Stage.Shared)));
        return db.Solutions.Where(solution => !solution.IsSample
            && (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed)
            && (solution.Stage == Stage.Gem
                ? (solution.LastConfirmed ?? solution.Shared) < gems
                : (solution.LastConfirmed ?? solution.Shared) < others)
            && (solution.LastConfirmed != null || !db.Sources.Any(source => source.Solution == solution.Id)));
    }

    private sealed record ToConfirm(PersonId Person, string Title, string Path, bool IsIntention);
}
