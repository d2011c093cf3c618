using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>"Klopt dit nog?": everything that must be confirmed again within two months, in one screen.</summary>
internal sealed class StillTrueModel(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words)
    : AnswerPage(adoption, catalogue, organisations, words)
{
    /// <summary>How long ahead is asked.</summary>
    public const int MonthsAhead = 2;

    /// <summary>How many others state that wait for an answer elsewhere; counted when nothing is asked here.</summary>
    public int Waiting { get; private set; }

    public override UseAnswer Otherwise => UseAnswer.End;

    protected override Answerer? Who => new(Me.Organisation!.Value, Me.Actor);

    protected override ToAnswer AsksFor => ToAnswer.Lapsing;

    protected override bool Asks(OwnUse use) => use.CountsUntil < Today.AddMonths(MonthsAhead);

    protected override IComparable FirstBy(OwnUse use) => use.CountsUntil ?? DateOnly.MaxValue;

    protected override string UndoPath(Guid batch) => Url.Page("/Uses/StillTrue", "Undo", new { batch })!;

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await base.PrepareAsync(cancellation);
        if (Asked.Count == 0)
            Waiting = await WaitingAsync(Who!, cancellation);
    }
}
