using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Change what one just posted.</summary>
internal sealed class EditModel(ConversationsDb db, ICatalogue catalogue, Contribute contribute, Words words) : WritingPage(words)
{
    private Contribution contribution = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public override WritingWords Around { get; } = new(
        "Wijzig wat je schreef",
        "Je tekst",
        "Wijzigen kan tot 15 minuten na het plaatsen.",
        "Bewaar de wijziging",
        "Je tekst is gewijzigd.");

    public override void OnGet() => Form.Text = contribution.Text;

    protected override async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var (id, me) = (new ContributionId(Id), Me.Id);
        if (await db.Contributions.FirstOrDefaultAsync(each => each.Id == id && each.Author == me, cancellation) is not { } found
            || !(await catalogue.CardsAsync([found.Solution], cancellation)).TryGetValue(found.Solution, out var solution))
            return false;
        (contribution, Solution) = (found, solution);
        return true;
    }

    protected override async Task<ContributionId> SaveAsync(CancellationToken cancellation)
    {
        await contribute.EditAsync(contribution, Form.Text, Me, cancellation);
        return contribution.Id;
    }
}
