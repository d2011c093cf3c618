using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>What others state that the organisation uses: the coordinator accepts it, or says that it is not so.</summary>
internal sealed class WaitingModel(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words)
    : AnswerPage(adoption, catalogue, organisations, words)
{
    /// <summary>Only what one source states.</summary>
    [BindProperty(SupportsGet = true, Name = "bron")]
    public string? Source { get; set; }

    /// <summary>The sources with how much they state.</summary>
    public IReadOnlyList<(string Name, int Count)> Sources { get; private set; } = [];

    public override UseAnswer Otherwise => UseAnswer.Reject;

    protected override Answerer? Who => new(Me.Organisation!.Value, Me.Actor);

    protected override ToAnswer AsksFor => ToAnswer.Claims;

    protected override bool Asks(OwnUse use) => use.Waits && (Source is not { Length: > 0 } || use.ClaimedBy == Source);

    protected override IComparable FirstBy(OwnUse use) => use.ClaimedBy ?? "";

    protected override string UndoPath(Guid batch) => Url.Page("/Uses/Waiting", "Undo", new { batch })!;

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await base.PrepareAsync(cancellation);
        Sources = [.. (await OwnAsync(Who!, cancellation)).Values.Where(use => use.Waits && use.ClaimedBy is not null)
            .CountBy(use => use.ClaimedBy!).OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => (each.Key, each.Value))];
    }
}
