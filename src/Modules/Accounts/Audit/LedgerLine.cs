using System.Text.Json;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Audit;

/// <summary>One entry of the ledger as people read it.</summary>
/// <param name="Sequence">The number.</param>
/// <param name="Moment">When, in UTC.</param>
/// <param name="Event">The name of the event.</param>
/// <param name="Told">The event in words.</param>
/// <param name="Person">The id of who did it, if it was a person.</param>
/// <param name="Who">The name of who did it.</param>
/// <param name="OnBehalfOf">The organisation for which it was done.</param>
/// <param name="Subject">The kind of thing it is about.</param>
/// <param name="SubjectId">The thing.</param>
/// <param name="About">The name and page of the thing, where it has one.</param>
/// <param name="Change">The change as JSON.</param>
internal sealed record LedgerLine(
    long Sequence, DateTimeOffset Moment, string Event, string Told, PersonId? Person, string Who, string? OnBehalfOf,
    string Subject, Guid SubjectId, SubjectName? About, string Change)
{
    /// <summary>What changed, as names with values; empty when the event says it all.</summary>
    public IEnumerable<(string Name, string Value)> Details()
    {
        using var change = JsonDocument.Parse(Change);
        return change.RootElement.ValueKind == JsonValueKind.Object
            ? [.. change.RootElement.EnumerateObject().Where(each => !IsSubject(each.Value)).Select(each => (each.Name, Text(each.Value)))]
            : [];
    }

    private bool IsSubject(JsonElement value) => Text(value) == $"{SubjectId}";

    // An id is an object with one value.
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.EnumerateObject().Count() == 1 => Text(value.EnumerateObject().First().Value),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.Null => "–",
        _ => value.ToString(),
    };
}

/// <summary>A page of the ledger, newest first.</summary>
/// <param name="Lines">The entries.</param>
/// <param name="Next">Before which entry the next page begins; null at the end.</param>
/// <param name="SearchedOnly">Whether the page ended because so many entries were looked at, not because it was full.</param>
internal sealed record LedgerPage(IReadOnlyList<LedgerLine> Lines, long? Next, bool SearchedOnly);
