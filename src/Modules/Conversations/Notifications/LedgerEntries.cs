using System.Text.Json;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Reads an event back from the ledger.</summary>
internal static class LedgerEntries
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The event that an entry is about.</summary>
    public static T As<T>(this LedgerEntry entry)
        where T : LedgerEvent => Read<T>(entry.Change);

    /// <summary>The event in this JSON.</summary>
    public static T Read<T>(string change)
        where T : LedgerEvent => JsonSerializer.Deserialize<T>(change, Json)!;
}
