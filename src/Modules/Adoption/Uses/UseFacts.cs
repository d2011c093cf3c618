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
        Version = Clean(details.Version),
        Changed = Clean(details.Changed),
        Again = details.Again,
        Contact = Clean(details.Contact),
        Hidden = details.Hidden,
    };

    /// <summary>A text as it is kept: without signs that no reader sees and databases refuse; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        var clean = string.Concat((text ?? "").ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
