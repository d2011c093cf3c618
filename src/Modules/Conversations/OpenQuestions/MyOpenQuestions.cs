using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.OpenQuestions;

/// <summary>Adds to the personal page which questions wait for an answer: those for this person, and the person's own.</summary>
internal sealed class MyOpenQuestions(ConversationsDb db, ICatalogue catalogue, IOrganisations organisations) : IPersonalSection
{
    private const int Shown = 50, CharactersShown = 160;

    public int Order => 10;

    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        var rows = await db.Contributions
            .Where(each => each.Kind == ContributionKind.Question && each.Answered == null && each.Hidden == null
                && (each.Author == person.Id || db.Asked.Any(asked => asked.Question == each.Id && asked.Person == person.Id)))
            .OrderBy(each => each.Due).Take(Shown)
            .Select(each => new { each.Id, each.Solution, each.Author, each.Text, Due = each.Due!.Value })
            .ToListAsync(cancellation);
        if (rows.Count == 0)
            return null;

        var solutions = await catalogue.CardsAsync([.. rows.Select(row => row.Solution).Distinct()], cancellation);
        var questions = rows.Where(row => solutions.ContainsKey(row.Solution)).Select(row => new OpenQuestion(
            row.Id, solutions[row.Solution], row.Author == person.Id,
            row.Text.Length > CharactersShown ? row.Text[..CharactersShown] + "…" : row.Text,
            AnswerClock.On(organisations.Today, row.Due))).ToLookup(question => question.IsMine);
        return new("/OpenQuestions/_Questions.cshtml", new QuestionsOfPerson([.. questions[false]], [.. questions[true]]));
    }
}

/// <summary>Questions without an answer, the longest waiting first.</summary>
/// <param name="ForMe">Asked to this person.</param>
/// <param name="Mine">Asked by this person.</param>
internal sealed record QuestionsOfPerson(IReadOnlyList<OpenQuestion> ForMe, IReadOnlyList<OpenQuestion> Mine);

/// <summary>A question without an answer.</summary>
/// <param name="Id">The question.</param>
/// <param name="Solution">What it is about.</param>
/// <param name="IsMine">Whether the reader asked it.</param>
/// <param name="Beginning">How it begins.</param>
/// <param name="Clock">How long it waits.</param>
internal sealed record OpenQuestion(ContributionId Id, SolutionCard Solution, bool IsMine, string Beginning, AnswerClock Clock);
