using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Audit;

/// <summary>Which part of the ledger somebody wants to see, as it stands in the address.</summary>
/// <remarks>What cannot be read is left out: an address that somebody typed never fails.</remarks>
internal sealed class LedgerFilter
{
    public const int WordLength = 100;

    private const int OutOfOrder = 1_000;
    private const string Escape = "\\";

    /// <summary>From this day on.</summary>
    [FromQuery(Name = "van")]
    public string? From { get; set; }

    /// <summary>Up to and including this day.</summary>
    [FromQuery(Name = "tot")]
    public string? Until { get; set; }

    /// <summary>The name of an event.</summary>
    [FromQuery(Name = "gebeurtenis")]
    public string? Event { get; set; }

    /// <summary>A part of the name of who did it, or the id.</summary>
    [FromQuery(Name = "wie")]
    public string? Who { get; set; }

    /// <summary>The slug of an organisation for which, or to which, it was done.</summary>
    [FromQuery(Name = "organisatie")]
    public string? Organisation { get; set; }

    /// <summary>The id of the thing it is about.</summary>
    [FromQuery(Name = "onderwerp")]
    public string? Subject { get; set; }

    /// <summary>A word in what changed.</summary>
    [FromQuery(Name = "woord")]
    public string? Word { get; set; }

    /// <summary>Only older entries than this one.</summary>
    [FromQuery(Name = "voor")]
    public string? Before { get; set; }

    /// <summary>The number of <see cref="Before"/>.</summary>
    public long? Cursor => long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The same with another place to begin.</summary>
    public LedgerFilter At(long? before) => new()
    {
        From = From, Until = Until, Event = Event, Who = Who, Organisation = Organisation, Subject = Subject, Word = Word,
        Before = before?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The filter as it stands behind an address: "?wie=omar", or nothing.</summary>
    public string Query
    {
        get
        {
            var given = ((string Name, string? Value)[])
            [
                ("van", From), ("tot", Until), ("gebeurtenis", Event), ("wie", Who), ("organisatie", Organisation),
                ("onderwerp", Subject), ("woord", Word), ("voor", Before),
            ];
            var query = string.Join('&', given.Where(each => !string.IsNullOrWhiteSpace(each.Value))
                .Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));
            return query.Length == 0 ? "" : "?" + query;
        }
    }

    /// <summary>Whether no index finds what is asked, so that entries must be read one by one.</summary>
    public bool ReadsEachEntry => Text(Word) is not null || (Text(Who) is not null && !Guid.TryParse(Who, out _));

    /// <summary>Narrows the ledger to what is asked, each part with an index where there is one.</summary>
    public IQueryable<LedgerEntry> Of(IQueryable<LedgerEntry> ledger, AccountsDb db, OrganisationId? organisation, Func<DateOnly, DateTimeOffset> start)
    {
        var all = ledger;
        if (Cursor is { } before)
            ledger = ledger.Where(each => each.Sequence < before);
        if (Day(From) is { } from)
        {
            // Numbers rise with time but for writers at the same moment, so the day is found by number first.
            var since = start(from);
            var first = all.Where(each => each.Moment >= since).OrderBy(each => each.Moment).ThenBy(each => each.Sequence).Select(each => (long?)each.Sequence);
            ledger = ledger.Where(each => each.Sequence >= first.FirstOrDefault() - OutOfOrder && each.Moment >= since);
        }

        if (Day(Until) is { } until && until < DateOnly.MaxValue)
        {
            var next = start(until.AddDays(1));
            var last = all.Where(each => each.Moment < next).OrderByDescending(each => each.Moment).ThenByDescending(each => each.Sequence).Select(each => (long?)each.Sequence);
            ledger = ledger.Where(each => each.Sequence <= last.FirstOrDefault() + OutOfOrder && each.Moment < next);
        }

        if (Text(Event) is { } name)
            ledger = ledger.Where(each => each.Event == name);
        if (Guid.TryParse(Subject, out var subject))
            ledger = ledger.Where(each => each.SubjectId == subject);
        if (organisation is { } id)
            ledger = ledger.Where(each => each.OnBehalfOf == id || each.SubjectId == id.Value);
        if (Guid.TryParse(Who, out var person))
            ledger = ledger.Where(each => each.Person == PersonId.From(person));
#pragma warning disable CA1304, CA1311, MA0011 // The database makes the letters large, without a culture.
        else if (Pattern(Who) is { } who)
            ledger = ledger.Where(each => EF.Functions.Like(each.Actor.ToUpper(), who, Escape)
                || db.People.Any(known => known.Id == each.Person && EF.Functions.Like(known.FullName.ToUpper(), who, Escape)));
        if (Pattern(Word) is { } word)
            ledger = ledger.Where(each => EF.Functions.Like(each.Change.ToUpper(), word, Escape));
#pragma warning restore CA1304, CA1311, MA0011
        return ledger;
    }

    /// <summary>A day as a browser sends it.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;

    // Databases disagree about large letters beyond A to Z, and JSON writes them otherwise: those may be anything.
    private static string? Pattern(string? text) => Text(text) is not { } found ? null : string.Concat(
        found.Select(letter => letter is '%' or '_' or '\\' ? $"\\{letter}" : letter > '~' ? "%" : $"{char.ToUpperInvariant(letter)}").Prepend("%").Append("%"));

    // A character that no text holds is a question about nothing; PostgreSQL would refuse it.
    private static string? Text(string? text) =>
        text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= WordLength } found ? found : null;
}
