using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Answer a question. Every member may, not only who was asked.</summary>
internal sealed class AnswerModel(ConversationsDb db, ICatalogue catalogue, Contribute contribute, Words words) : WritingPage(words)
{
    private Contribution question = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public override WritingWords Around { get; } = new(
        "Geef antwoord",
        "Wat is jouw antwoord?",
        "Weet je het niet? Zeg dan wie het wel kan weten.",
        "Plaats mijn antwoord",
        "Je antwoord staat erbij. De vrager krijgt een mail.");

    public override string ReactsTo => question.Text;

    protected override async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var id = new ContributionId(Id);
        if (await db.Contributions.FirstOrDefaultAsync(
                each => each.Id == id && each.Kind == ContributionKind.Question && each.Hidden == null, cancellation) is not { } found
            || !(await catalogue.CardsAsync([found.Solution], cancellation)).TryGetValue(found.Solution, out var solution))
            return false;
        (question, Solution) = (found, solution);
        return true;
    }

    protected override async Task<ContributionId> SaveAsync(CancellationToken cancellation) =>
        (await contribute.AnswerAsync(Solution, question, Form.Text, Me, cancellation)).Id;
}
