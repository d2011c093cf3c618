using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.LaterQuestions;

/// <summary>The one question for a person now.</summary>
/// <param name="Slug">The solution.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Question">The question.</param>
/// <param name="Known">How many of all questions about it are answered.</param>
internal sealed record OpenQuestion(string Slug, string Title, Stage Stage, LaterQuestion Question, int Known);

/// <summary>Chooses one question for who looks after solutions: what readers miss most. One a day, and never the same too soon.</summary>
internal sealed class ChooseQuestion(CatalogueDb db, IOrganisations organisations, TimeProvider time)
{
    private const int MostLooked = 50;

    /// <summary>The question for this person; null when there is none, or when they had one today.</summary>
    /// <param name="person">Who is steward or deputy.</param>
    /// <param name="about">The only solution to ask about, if there is one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<OpenQuestion?> ForAsync(CurrentPerson person, SolutionId? about, CancellationToken cancellation)
    {
        // Who changes an imported entry must tell first what it does; that takes more than one question.
        var mine = await db.Solutions.StewardedBy(person.Id)
            .Where(solution => (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed)
                && solution.Promise != "" && solution.WhatWeDid != "")
            .OrderByDescending(solution => solution.Shared).ThenBy(solution => solution.Id).Take(MostLooked)
            .Select(solution => new
            {
                solution.Id,
                solution.Slug,
                solution.Title,
                solution.Stage,
                Known = new KnownParts(
                    solution.Result != "", solution.ForWhom != "", solution.Effort != null, solution.OneOffCost != null,
                    solution.YearlyCost != null, solution.DataFreedom != "", solution.Licence != "", solution.NonDigital != "",
                    solution.Problem != "", solution.Requirements != "", solution.Accessibility != ""),
                Said = db.LaterAnswers.Where(answer => answer.Solution == solution.Id)
                    .Select(answer => new { answer.Part, answer.Person, answer.Outcome, answer.Moment }).ToList(),
            })
            .ToListAsync(cancellation);

        var now = time.GetUtcNow();
        if (mine.Exists(each => each.Said.Exists(said => said.Person == person.Id && organisations.DayOf(said.Moment) == organisations.Today)))
            return null;
        return (
            from question in LaterQuestion.All
            from solution in mine
            where (about is null || solution.Id == about) && !question.IsKnown(solution.Known)
                && !solution.Said.Exists(said => said.Part == question.Name && LaterAnswer.IsTooSoon(said.Outcome, said.Moment, now))
            select new OpenQuestion(
                solution.Slug, solution.Title, solution.Stage, question, LaterQuestion.All.Count(each => each.IsKnown(solution.Known)
                    || solution.Said.Exists(said => said.Part == each.Name && said.Outcome == LaterOutcome.NotApplicable))))
            .FirstOrDefault();
    }
}
