using System.Text.Json.Serialization;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Something that happened to one subject. The name of the derived record is the name in the ledger.</summary>
/// <remarks>
/// The record's own properties become the change as JSON. Leave out personal data that need not be there.
/// </remarks>
/// <param name="SubjectId">What it happened to.</param>
public abstract record LedgerEvent([property: JsonIgnore] Guid SubjectId)
{
    /// <summary>The subject of what only one person sees, such as a mark "read": public pages stay as they are.</summary>
    public const string ForOnePerson = "Inbox";

    /// <summary>The kind of subject in English: "Solution".</summary>
    [JsonIgnore]
    public abstract string Subject { get; }
}
