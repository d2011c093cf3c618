using Parelmuur.Design;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Accounts.Desk;

/// <summary>The desk of the editors: all that waits for a decision, whichever room it comes from.</summary>
internal sealed class IndexModel(AskTogether together) : FormPage
{
    public IReadOnlyList<DeskSection> Sections { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken cancellation) => Sections = await together.SectionsAsync<IDeskSection, DeskSection>(
        section => section.ForAsync(Me, cancellation), cancellation);
}
