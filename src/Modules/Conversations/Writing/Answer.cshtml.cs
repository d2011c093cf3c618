using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Answer a question. Every member may, not only who was asked.</summary>
internal sealed class AnswerModel(ConversationsDb db, ICatalogue catalogue, Contribute contribute, Words words)
    : AboutContribution(db, catalogue, words)
{
    public override WritingWords Around { get; } = new(
        "Geef antwoord",
        "Wat is jouw antwoord?",
        "Weet je het niet? Zeg dan wie het wel kan weten.",
        "Plaats mijn antwoord",
        "Je antwoord staat erbij. De vrager krijgt een mail.");

    public override string ReactsTo => Contribution.Text;

    protected override IQueryable<Contribution> Among(IQueryable<Contribution> contributions) =>
        contributions.Where(each => each.Kind == ContributionKind.Question && each.Hidden == null);

    protected override async Task<ContributionId> SaveAsync(CancellationToken cancellation) =>
        (await contribute.AnswerAsync(Solution, Contribution, Form.Text, Me, cancellation)).Id;
}
