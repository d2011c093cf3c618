using System.Text.Json;

namespace Parelmuur.Adoption.Uses;

/// <summary>All that can change of a use, so that a decision can be compared with what was, and undone.</summary>
internal sealed record UseFacts(
    UseState State,
    DateOnly? Since,
    DateOnly? ConfirmedOn,
    string? ClaimedBy,
    ClaimKind? ClaimedAs,
    DateOnly? ClaimedOn,
    DateOnly? EndedOn,
    string? EndReason,
    DateOnly? RejectedOn,
    string? RejectReason,
    IReadOnlyList<string> RejectedSources,
    bool Hidden,
    string? Version,
    string? Changed,
    WouldAgain? Again,
    string? Contact)
{
    /// <summary>All of it as JSON, also to compare.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>No longer rejected.</summary>
    public UseFacts Accepted() => this with { RejectedOn = null, RejectReason = null };

    /// <summary>No longer ended.</summary>
    public UseFacts Going() => this with { EndedOn = null, EndReason = null };

    /// <summary>With what the people of the user wrote about it.</summary>
    public UseFacts With(UseDetails details) => this with
    {
        Since = details.Since,
        Version = Empty(details.Version),
        Changed = Empty(details.Changed),
        Again = details.Again,
        Contact = Empty(details.Contact),
        Hidden = details.Hidden,
    };

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
