using System.Text.Json;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>What the organisation itself decides about a use.</summary>
internal sealed partial class Use
{
    private const string Gone = "Dit ging over naar wie het werk van jullie gemeente voortzet. Ga daar verder.";

    // Is true of one that was made just now, and not of one that was read.
    private bool isNew;

    /// <summary>Carries out a decision of the user itself.</summary>
    /// <param name="decision">What is decided.</param>
    /// <param name="confirms">Whether the person may confirm for the organisation; others can only state it.</param>
    /// <param name="today">The day on which it is decided.</param>
    /// <param name="batch">The decisions that can be undone together.</param>
    /// <param name="via">What a joint body says for the user, when the user itself has nothing to say of it yet.</param>
    /// <returns>Whether anything changed, or what is wrong; then nothing changed.</returns>
    public UseOutcome Decide(UseDecision decision, bool confirms, DateOnly today, Guid batch, UseFacts? via = null)
    {
        if (MovedOn is not null)
            return new(false, "", Gone);
        var (before, facts) = (Facts, via ?? Facts);
        if (via is not null && !confirms)
            return new(false, "", "Een samenwerkingsverband meldde dit voor jullie. Een coördinator kan het wijzigen.");
        // Who writes something about what the joint body says, says that it is so.
        if (via is not null && decision.Answer == UseAnswer.Keep)
            decision = decision with { Answer = UseAnswer.Confirm };
        if (Wrong(decision, facts, confirms, today) is { } wrong)
            return wrong;
        facts = confirms ? Answered(facts, decision, today) : Stated(facts, decision, today);
        if (decision.Details is { } details)
            facts = facts.With(details);
        if (facts.ToJson() == before.ToJson())
            return UseOutcome.Nothing;
        if (decision.Seen is { } seen && seen != Revision)
            return new(false, "", "Iemand anders heeft hier net iets aan veranderd. Kijk nog eens.") { Clashes = true };
        Facts = facts;
        // Taking it back leaves a new one as the joint body says, and it stands aside again.
        Decided(batch, isNew ? via : before);
        return new(true);
    }

    /// <summary>Puts it back as it was before these decisions.</summary>
    /// <returns>Whether it was decided last with these.</returns>
    public bool Undo(Guid batch, DateOnly today)
    {
        if (Batch != batch || MovedOn is not null)
            return false;
        // Nothing is deleted: what did not exist before is taken back.
        Facts = Before is { } before
            ? JsonSerializer.Deserialize<UseFacts>(before)!
            : Facts with { RejectedOn = today, RejectReason = TakenBack, ConfirmedOn = null };
        Decided(null, null);
        return true;
    }

    /// <summary>What this use of a joint body comes to for a member, until that says something itself.</summary>
    /// <param name="member">Since when it takes part.</param>
    /// <param name="name">The joint body.</param>
    /// <param name="own">What the member has of it already, if anything.</param>
    public UseFacts For(TakesPart member, string name, Use? own) => new(
        State, Since < member.From ? member.From : Since, null, name, ClaimKind.JointBody, ConfirmedOn ?? ClaimedOn, null, null, null, null,
        own?.RejectedSources ?? [], Hidden, null, null, null, null);

    private UseFacts Facts
    {
        get => new(
            State, Since, ConfirmedOn, ClaimedBy, ClaimedAs, ClaimedOn, EndedOn, EndReason, RejectedOn, RejectReason, RejectedSources, Hidden,
            Version, Changed, Again, Contact);
        set
        {
            (State, Since, ConfirmedOn) = (value.State, value.Since, value.ConfirmedOn);
            (ClaimedBy, ClaimedAs, ClaimedOn) = (value.ClaimedBy, value.ClaimedAs, value.ClaimedOn);
            (EndedOn, EndReason) = (value.EndedOn, value.EndReason);
            (RejectedOn, RejectReason, RejectedSources) = (value.RejectedOn, value.RejectReason, value.RejectedSources);
            (Hidden, Version, Changed, Again, Contact) = (value.Hidden, value.Version, value.Changed, value.Again, value.Contact);
        }
    }

    private void Decided(Guid? batch, UseFacts? before)
    {
        Revision++;
        (Batch, Before) = (batch, before?.ToJson());
    }

    private UseOutcome? Wrong(UseDecision decision, UseFacts facts, bool confirms, DateOnly today)
    {
        if (!confirms && decision.Answer is not (UseAnswer.Use or UseAnswer.Plan or UseAnswer.Interested))
            return new(false, "", "Alleen een coördinator van je organisatie kan dit.");
        if (!confirms && WhyOnlyACoordinator(facts.ConfirmedOn) is { } trouble)
            return new(false, "", trouble);
        return decision.Answer switch
        {
            UseAnswer.Reject when facts is { RejectedOn: null, ConfirmedOn: not null } =>
                new(false, "", "Dit is al bevestigd. Kies ‘gestopt’ als het niet meer klopt."),
            UseAnswer.Reject or UseAnswer.End when UseFacts.Clean(decision.Reason) is null =>
                new(false, nameof(UseDecision.Reason), "Schrijf kort waarom."),
            UseAnswer.End when decision.On > today =>
                new(false, nameof(UseDecision.On), "Kies een dag die al geweest is."),
            UseAnswer.End when decision.On is { } day && day < (decision.Details is { } details ? details.Since : facts.Since) =>
                new(false, nameof(UseDecision.On), "Het einde ligt voor het begin. Kies een latere dag."),
            UseAnswer.Plan when (decision.On ?? decision.Details?.Since) is null =>
                new(false, nameof(UseDecision.On), "Kies wanneer jullie willen beginnen."),
            UseAnswer.Use when (decision.On ?? decision.Details?.Since) > today =>
                new(false, nameof(UseDecision.On), "Kies een dag die al geweest is, of kies ‘we sluiten aan’."),
            _ => UseLimits.TooLong(decision),
        };
    }

    // Only a coordinator answers for the user, so what was confirmed, ended or rejected for it stays until a coordinator changes it.
    private string? WhyOnlyACoordinator(DateOnly? confirmedOn) =>
        confirmedOn is not null ? "De coördinator heeft dit al beantwoord. Alleen een coördinator kan het wijzigen."
        : IsRejectedFor(OwnPeople) ? "Een coördinator heeft dit afgewezen. Overleg eerst met je collega." : null;

    private static UseFacts Answered(UseFacts facts, UseDecision decision, DateOnly today) => decision.Answer switch
    {
        UseAnswer.Confirm => facts.Accepted() with { ConfirmedOn = today },
        UseAnswer.Use => Began(facts, decision) with { ConfirmedOn = today, State = UseState.Active },
        UseAnswer.Plan => Began(facts, decision) with { ConfirmedOn = today, State = UseState.Planned },
        UseAnswer.Interested => facts.Accepted().Going() with { ConfirmedOn = today, State = UseState.Interested, Since = null },
        UseAnswer.End => facts.Accepted() with
        {
            // Again with the same reason is not another end.
            ConfirmedOn = facts.State == UseState.Ended && facts.ConfirmedOn is { } said ? said : today,
            State = UseState.Ended,
            EndedOn = decision.On ?? facts.EndedOn ?? today,
            EndReason = UseFacts.Clean(decision.Reason),
        },
        UseAnswer.Reject => facts with
        {
            RejectedOn = facts.RejectedOn ?? today,
            RejectReason = UseFacts.Clean(decision.Reason),
            RejectedSources = facts.ClaimedBy is { } source ? [.. facts.RejectedSources.Union([source])] : facts.RejectedSources,
        },
        _ => facts,
    };

    private static UseFacts Stated(UseFacts facts, UseDecision decision, DateOnly today)
    {
        var stated = decision.Answer switch
        {
            UseAnswer.Plan => Began(facts, decision) with { State = UseState.Planned },
            UseAnswer.Interested => facts.Accepted().Going() with { State = UseState.Interested, Since = null },
            _ => Began(facts, decision) with { State = UseState.Active },
        };
        return stated.ClaimedAs == ClaimKind.OwnPeople && stated.State == facts.State
            ? stated
            : stated with { ClaimedBy = OwnPeople, ClaimedAs = ClaimKind.OwnPeople, ClaimedOn = today };
    }

    private static UseFacts Began(UseFacts facts, UseDecision decision) => facts.Accepted().Going() with { Since = decision.On ?? facts.Since };
}
