using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.SolutionPage;

/// <summary>Gives a steward an answer to take over into the text.</summary>
internal sealed class AnswersOnSolution(ConversationsDb db, ICatalogue catalogue, IAccounts accounts, IOrganisations organisations) : ISolutionAnswers
{
    public async Task<SolutionAnswer?> FindAsync(SolutionId solution, Guid answer, CancellationToken cancellation)
    {
        List<SolutionId> all = [solution, .. catalogue.TakenUpIn(solution)];
        var id = new ContributionId(answer);
        var found = await (
            from said in db.Contributions
            join question in db.Contributions on said.Thread equals question.Id
            where said.Id == id && said.Kind == ContributionKind.Answer && said.Hidden == null && question.Hidden == null && all.Contains(said.Solution)
            select new { Question = question.Text, said.Text, said.Author, said.Posted }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var author = (await accounts.PeopleAsync([found.Author], cancellation)).GetValueOrDefault(found.Author);
        return new(found.Question, found.Text, author?.Name ?? "Oud-medewerker", organisations.DayOf(found.Posted));
    }
}
