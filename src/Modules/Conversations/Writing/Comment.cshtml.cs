using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Tell what it is like to use a solution.</summary>
internal sealed class CommentModel(ICatalogue catalogue, Contribute contribute, Words words) : AboutSolution(catalogue, words)
{
    public override WritingWords Around { get; } = new(
        "Deel je ervaring",
        "Wat wil je vertellen?",
        "Wat werkte, wat viel tegen, en wat zou je anders doen?",
        "Plaats mijn reactie",
        "Je reactie staat erbij. Je kunt die nog 15 minuten wijzigen.");

    protected override async Task<ContributionId> SaveAsync(CancellationToken cancellation) =>
        (await contribute.CommentAsync(Solution, Form.Text, Me, cancellation)).Id;
}
