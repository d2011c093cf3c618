using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>The drafts of the reader: go on, throw away, put back.</summary>
internal sealed class DraftsModel(KeepDrafts drafts, DraftLines lines, Words words) : FormPage
{
    public IReadOnlyList<DraftLine> Open { get; private set; } = [];

    public IReadOnlyList<DraftLine> ThrownAway { get; private set; } = [];

    public async Task<IActionResult> OnPostThrowAwayAsync(Guid concept, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(concept, Me.Id, cancellation) is not { SharedIn: null } draft)
            return NotFound();
        await drafts.ThrowAwayAsync(draft, Me, cancellation);
        Tell(words["Je concept is weggegooid. Onder aan de pagina zet je het terug."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPutBackAsync(Guid concept, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(concept, Me.Id, cancellation) is not { SharedIn: null } draft)
            return NotFound();
        await drafts.PutBackAsync(draft, Me, cancellation);
        Tell(words["Je concept staat er weer."]);
        return RedirectToPage();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var all = await lines.OfAsync(Me.Id, cancellation);
        Open = [.. all.Where(draft => !draft.ThrownAway)];
        ThrownAway = [.. all.Where(draft => draft.ThrownAway)];
    }
}
