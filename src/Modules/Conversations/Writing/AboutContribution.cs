using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Writing at the contribution that the address names.</summary>
internal abstract class AboutContribution(ConversationsDb db, ICatalogue catalogue, Words words) : WritingPage(words)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The contribution of the address.</summary>
    protected Contribution Contribution { get; private set; } = null!;

    /// <summary>The contributions at which this person may write so.</summary>
    protected abstract IQueryable<Contribution> Among(IQueryable<Contribution> contributions);

    protected override async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var id = new ContributionId(Id);
        if (await Among(db.Contributions).FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } found
            || !(await catalogue.CardsAsync([found.Solution], cancellation)).TryGetValue(found.Solution, out var solution))
            return false;
        (Contribution, Solution) = (found, solution);
        return true;
    }
}
