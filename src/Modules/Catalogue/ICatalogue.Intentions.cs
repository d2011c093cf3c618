using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>A voornemen as other rooms may show it. All of it is public.</summary>
/// <param name="Id">The intention.</param>
/// <param name="Slug">Its page is <c>/voornemens/{slug}</c>.</param>
/// <param name="Title">What they want to do.</param>
/// <param name="Organisation">Who wants it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Shared">The day it was shared.</param>
public sealed record IntentionSummary(Guid Id, string Slug, string Title, OrganisationId Organisation, IntentionState State, DateOnly Shared);

/// <summary>Where an intention stands.</summary>
public enum IntentionState
{
    /// <summary>Others can join.</summary>
    Open,

    /// <summary>Nobody confirmed it for half a year.</summary>
    Expired,

    /// <summary>It became a pilot.</summary>
    Pilot,

    /// <summary>It ended, with a reason.</summary>
    Stopped,
}

/// <summary>Something happened to an intention.</summary>
public abstract record IntentionEvent(Guid Intention) : LedgerEvent(Intention)
{
    /// <summary>The kind of subject of these events.</summary>
    public const string SubjectName = "Intention";

    /// <inheritdoc/>
    public override string Subject => SubjectName;
}

/// <summary>A municipality shared what it wants to do.</summary>
[Told("Voornemen gedeeld")]
public sealed record IntentionShared(Guid Intention, string Title) : IntentionEvent(Intention);

/// <summary>The text of an intention changed.</summary>
[Told("Voornemen aangepast")]
public sealed record IntentionRevised(Guid Intention) : IntentionEvent(Intention);

/// <summary>A municipality said that it still wants this.</summary>
[Told("Voornemen bevestigd")]
public sealed record IntentionConfirmed(Guid Intention, DateOnly On) : IntentionEvent(Intention);

/// <summary>Nobody confirmed an intention for half a year.</summary>
[Told("Voornemen verlopen")]
public sealed record IntentionExpired(Guid Intention) : IntentionEvent(Intention);

/// <summary>Another municipality wants the same.</summary>
[Told("Aangesloten bij een voornemen")]
public sealed record IntentionJoined(Guid Intention, OrganisationId Organisation) : IntentionEvent(Intention);

/// <summary>A municipality that joined left again.</summary>
[Told("Niet meer aangesloten bij een voornemen")]
public sealed record IntentionLeft(Guid Intention, OrganisationId Organisation) : IntentionEvent(Intention);

/// <summary>An intention became a pilot or stopped.</summary>
[Told("Voornemen afgerond")]
public sealed record IntentionEnded(Guid Intention, IntentionState State, SolutionId? Pilot) : IntentionEvent(Intention);

/// <summary>Ending an intention was undone.</summary>
[Told("Voornemen weer geopend")]
public sealed record IntentionReopened(Guid Intention) : IntentionEvent(Intention);

/// <summary>An intention was taken off the site.</summary>
[Told("Voornemen van de site gehaald")]
public sealed record IntentionWithdrawn(Guid Intention) : IntentionEvent(Intention);

/// <summary>An intention that was taken off the site came back.</summary>
[Told("Voornemen teruggezet")]
public sealed record IntentionPutBack(Guid Intention) : IntentionEvent(Intention);

/// <summary>Whom to call about an intention closed the account and asked to be forgotten: it names them no more.</summary>
[Told("Naam van een contactpersoon weggehaald")]
public sealed record ContactForgotten(Guid Intention) : IntentionEvent(Intention);
