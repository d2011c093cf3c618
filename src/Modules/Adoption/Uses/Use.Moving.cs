using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>What a reorganisation of municipalities does to a use.</summary>
internal sealed partial class Use
{
    /// <summary>The municipality that used it before and went into this one.</summary>
    public OrganisationId? Origin { get; private set; }

    /// <summary>First day on which that no longer existed.</summary>
    public DateOnly? OriginOn { get; private set; }

    /// <summary>First day on which the user no longer existed, once who carries on has the use, or was asked.</summary>
    public DateOnly? MovedOn { get; private set; }

    /// <summary>Whether it waits until a person says if this part of a municipality that was split goes on with it.</summary>
    public bool IsAsked => ClaimedAs == ClaimKind.Predecessor && ConfirmedOn is null && RejectedOn is null;

    /// <summary>Whether there is something to go along: what the predecessor took back or only a joint body said is not.</summary>
    /// <param name="split">After a split nobody is asked about what had ended or was rejected.</param>
    public bool GoesAlong(bool split) => !StandsAside && (!split || (RejectedOn is null && State != UseState.Ended));

    /// <summary>Where it comes among the uses of several predecessors: what one still uses goes on, whatever another ended; then what one plans.</summary>
    public int Place => (RejectedOn, State) switch
    {
        (null, UseState.Active) => 0,
        (null, UseState.Planned) => 1,
        (null, _) => 2,
        _ => 3,
    };

    /// <summary>Whether this one, of the successor, knows less than what comes from a predecessor.</summary>
    /// <remarks>
    /// What the successor itself said stays. What came from an earlier predecessor gives way to what is still used, or is surer, as among
    /// predecessors that go at the same time.
    /// </remarks>
    public bool GivesWayTo(Use predecessor, bool split) =>
        StandsAside || (!split && !SaidByTheUser && (Origin is not null && predecessor.Place != Place
            ? predecessor.Place < Place
            : ConfirmedOn is null && predecessor is { ConfirmedOn: not null, RejectedOn: null }));

    // What came along keeps its days; what the user itself said is of later.
    private bool SaidByTheUser => (ConfirmedOn ?? RejectedOn) is { } day && !(day < OriginOn);

    /// <summary>Becomes what the predecessor's was, with its proof; after a split only a question.</summary>
    public void ComeFrom(Use predecessor, OrganisationSummary from, DateOnly on, bool split)
    {
        var hides = Hidden;
        Facts = predecessor.Facts with { Hidden = predecessor.Hidden || hides };
        if (split)
            (ConfirmedOn, ClaimedBy, ClaimedAs, ClaimedOn) = (null, from.Name, ClaimKind.Predecessor, on);
        (Origin, OriginOn) = (predecessor.User, on);
        Decided(null, null);
    }

    /// <summary>Another predecessor used it too: what one of them hid stays hidden.</summary>
    public void HideAs(Use predecessor)
    {
        if (Origin is null || Hidden || !predecessor.Hidden)
            return;
        Hidden = true;
        Revision++;
    }

    /// <summary>It shows at who carries on from now on. Nothing else of it changes.</summary>
    public void Leave(DateOnly on)
    {
        MovedOn = on;
        Revision++;
    }
}
