using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Audit;

/// <summary>Reads the ledger for people: newest first, with names.</summary>
internal sealed class ReadLedger(
    AccountsDb db, AskTogether together, IEnumerable<ISubjectNames> subjects, IOrganisations organisations, LedgerWords words)
{
    private const int PageSize = 50, BatchSize = 500, WindowLength = 100_000;
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private IQueryable<LedgerEntry> Ledger => db.Set<LedgerEntry>().AsNoTracking();

    /// <summary>A page of what the filter asks.</summary>
    /// <remarks>What must be read entry by entry goes a hundred thousand back at a time; the reader asks for more.</remarks>
    public async Task<LedgerPage> PageAsync(LedgerFilter filter, CancellationToken cancellation)
    {
        var asked = Of(filter);
        long? end = null;
        if (filter.ReadsEachEntry)
        {
            end = (filter.Cursor ?? await Ledger.MaxAsync(each => (long?)each.Sequence, cancellation) + 1 ?? 0) - WindowLength;
            asked = asked.Where(each => each.Sequence >= end);
        }

        var rows = await RowsAsync(asked, PageSize + 1, cancellation);
        var full = rows.Count > PageSize;
        var page = await NamedAsync(full ? rows[..PageSize] : rows, cancellation);
        return new(page, full ? page[^1].Sequence : end is > 1 ? end : null, !full && end is > 1);
    }

    /// <summary>The ledger of one organisation: what was done for it or to it, and who looked.</summary>
    public async Task<LedgerPage> PageOfAsync(OrganisationId organisation, long? before, bool onlySeen, CancellationToken cancellation)
    {
        var older = before is { } number ? Ledger.Where(each => each.Sequence < number) : Ledger;
        if (onlySeen)
            older = older.Where(each => each.Event == nameof(PrivateDataSeen));
        // Each of the three has an index of its own; one question with "or" would read the whole ledger.
        var (done, about, everyone) = (
            Newest(older.Where(each => each.OnBehalfOf == organisation && each.Event != nameof(PrivateDataSeen))),
            Newest(older.Where(each => each.SubjectId == organisation.Value)),
            Newest(older.Where(each => each.SubjectId == Guid.Empty && each.Event == nameof(PrivateDataSeen))));
        var rows = await RowsAsync(onlySeen ? about.Union(everyone) : done.Union(about).Union(everyone), PageSize + 1, cancellation);
        var full = rows.Count > PageSize;
        var page = await NamedAsync(full ? rows[..PageSize] : rows, cancellation);
        return new(page, full ? page[^1].Sequence : null, SearchedOnly: false);

        static IQueryable<LedgerEntry> Newest(IQueryable<LedgerEntry> entries) => entries.OrderByDescending(each => each.Sequence).Take(PageSize + 1);
    }

    /// <summary>Everything that the filter asks, newest first, a batch at a time.</summary>
    public async IAsyncEnumerable<LedgerLine> AllAsync(LedgerFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long? before = filter.Cursor; ;)
        {
            var rows = await RowsAsync(Of(filter.At(before)), BatchSize, cancellation);
            foreach (var line in await NamedAsync(rows, cancellation))
                yield return line;
            if (rows.Count < BatchSize)
                yield break;
            before = rows[^1].Entry.Sequence;
        }
    }

    private IQueryable<LedgerEntry> Of(LedgerFilter filter) => filter.Of(
        Ledger, db, filter.Organisation is { } slug ? organisations.FindBySlug(slug.Trim())?.Id : null, StartOf);

    private async Task<List<Row>> RowsAsync(IQueryable<LedgerEntry> entries, int count, CancellationToken cancellation) => await (
        from entry in entries.OrderByDescending(each => each.Sequence).Take(count)
        join person in db.People on entry.Person equals (PersonId?)person.Id into people
        from person in people.DefaultIfEmpty()
        orderby entry.Sequence descending
        select new Row(entry, person == null ? null : person.FullName)).ToListAsync(cancellation);

    private async Task<IReadOnlyList<LedgerLine>> NamedAsync(List<Row> rows, CancellationToken cancellation)
    {
        var ids = rows.Where(row => row.Entry.SubjectId != Guid.Empty).ToLookup(row => row.Entry.Subject, row => row.Entry.SubjectId);
        var names = await together.PartsAsync(subjects.Where(room => ids.Contains(room.Subject)), async room =>
            new Named(room.Subject, await room.NamesAsync([.. ids[room.Subject].Distinct()], cancellation)), cancellation);
        return [.. rows.Select(row => new LedgerLine(
            row.Entry.Sequence, row.Entry.Moment, row.Entry.Event, words[row.Entry.Event], row.Entry.Person, row.Person ?? row.Entry.Actor,
            row.Entry.OnBehalfOf is { } organisation ? organisations.Find(organisation)?.Name : null,
            row.Entry.Subject, row.Entry.SubjectId,
            names.FirstOrDefault(each => each.Subject == row.Entry.Subject)?.Names.GetValueOrDefault(row.Entry.SubjectId),
            row.Entry.Change))];
    }

    /// <summary>A moment as a clock in the Netherlands shows it.</summary>
    public static DateTimeOffset Here(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Netherlands);

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Netherlands.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private sealed record Row(LedgerEntry Entry, string? Person);

    private sealed record Named(string Subject, IReadOnlyDictionary<Guid, SubjectName> Names);
}
