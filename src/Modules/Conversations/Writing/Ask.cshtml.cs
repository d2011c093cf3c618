using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Ask something of the municipalities that use a solution.</summary>
internal sealed class AskModel(ICatalogue catalogue, ChooseContacts choose, Contribute contribute, Words words)
    : AboutSolution(catalogue, words)
{
    /// <summary>To whom it goes.</summary>
    public IReadOnlyList<ContactOfUser> Contacts { get; private set; } = [];

    /// <summary>Whether the solution has ended, so that nobody can answer any more.</summary>
    public bool HasEnded => Solution.Status == SolutionStatus.Archived;

    public override WritingWords Around { get; } = new(
        "Stel een vraag aan de gebruikers",
        "Wat wil je weten?",
        "Eén vraag werkt het best. Vertel kort waarom je het vraagt.",
        "Stel mijn vraag",
        "Je vraag is gesteld. Je krijgt een mail bij elk antwoord.");

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Contacts = await choose.ForAsync(Solution.Id, Me.Organisation, cancellation);

    protected override async Task<ContributionId> SaveAsync(CancellationToken cancellation) =>
        (await contribute.AskAsync(Solution, Form.Text, Me, cancellation)).Id;
}
