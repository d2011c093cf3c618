using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Change what one just posted.</summary>
internal sealed class EditModel(ConversationsDb db, ICatalogue catalogue, Contribute contribute, Words words)
    : AboutContribution(db, catalogue, words)
{
    public override WritingWords Around { get; } = new(
        "Wijzig wat je schreef",
        "Je tekst",
        "Wijzigen kan tot 15 minuten na het plaatsen.",
        "Bewaar de wijziging",
        "Je tekst is gewijzigd.");

    public override void OnGet() => Form.Text = Contribution.Text;

    protected override IQueryable<Contribution> Among(IQueryable<Contribution> contributions)
    {
        var me = Me.Id;
        return contributions.Where(each => each.Author == me);
    }

    protected override async Task<ContributionId> SaveAsync(CancellationToken cancellation)
    {
        await contribute.EditAsync(Contribution, Form.Text, Me, cancellation);
        return Contribution.Id;
    }
}
