using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Import;

/// <summary>Writes a few hundred entries in one transaction, and then the uses that they claim.</summary>
/// <remarks>
/// Uses live in another room and are claimed after the solutions are safe. An import that dies in between claims them
/// when it runs again: a claim that is known already changes nothing.
/// </remarks>
internal sealed class ImportBatch(
    IServiceScopeFactory scopes, EntryReader reader, Survey survey, KnownEntries known, NamesInSource names, DateOnly date,
    Actor actor, Tally tally)
{
    private const int Attempts = 5;

    private readonly FreeSlugs slugs = new();

    public async Task WriteAsync(IReadOnlyList<ImportedEntry> entries, bool lead, CancellationToken cancellation)
    {
        await names.LookUpAsync(entries, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryWriteAsync(entries, lead, cancellation);
                return;
            }
            catch (Exception error) when (attempt < Attempts && PlatformDb.MayHaveLost(error))
            {
                // Another import wrote one of these at the same moment. It is known now, so look again.
            }
        }
    }

    private async Task TryWriteAsync(IReadOnlyList<ImportedEntry> entries, bool lead, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        // Looking for changes in thousands of new rows would cost more than writing them.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var ids = entries.Select(entry => entry.SourceId).ToList();
        var sources = await db.Sources
            .Where(source => source.Source == reader.Source && ids.Contains(source.SourceId))
            .ToDictionaryAsync(source => source.SourceId, StringComparer.Ordinal, cancellation);
        var work = entries.Select(entry => Prepare(entry, sources.GetValueOrDefault(entry.SourceId), lead)).ToList();

        await ShareNewAsync(db, work, cancellation);
        await ReviseAsync(db, work, cancellation);
        KeepSources(db, work);
        ReadAgain(db, work);
        if (db.ChangeTracker.HasChanges() && db.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Unchanged))
            db.ChangeTracker.DetectChanges();
        if (db.ChangeTracker.HasChanges())
            await db.SaveManyAsync(cancellation);
        // Only what is safe counts: the entries that follow find their solution by it.
        foreach (var each in work.Where(each => each is { Leads: true, Solution: not null }))
            known.Made(each.Entry, each.Solution!.Value);
        tally.Solutions += work.Count(each => each.IsNew);
        await ClaimAsync(scope.ServiceProvider.GetRequiredService<IAdoption>(), work, cancellation);
        foreach (var each in work)
            Report(each);
    }

    private Work Prepare(ImportedEntry entry, SolutionSource? source, bool lead)
    {
        var cameAlong = known.CameAlong(entry);
        var leads = lead && !cameAlong;
        var content = entry.Content with { Origin = Find(entry, entry.Maker) };
        var uses = entry.Uses
            .Select(use => (Organisation: names.Find(use.Organisation, use.OnlyKnown, out _), State: survey.StateOf(entry, use)))
            .Where(use => use.Organisation is not null)
            .Select(use => (use.Organisation!.Value, use.State)).ToList();
        var text = leads || (!cameAlong && survey.SaysAsLeader(entry)) ? "" : OwnWords(entry.Content);
        return new Work(entry, source, leads, content, uses, text, Print(entry, leads ? content : null, text))
        {
            Solution = known.SolutionOf(entry, source),
        };
    }

    // The promise is often the beginning of the text.
    private static string OwnWords(SolutionContent content) => Shorten.Cut(
        content.WhatWeDid.StartsWith(content.Promise.TrimEnd('…'), StringComparison.Ordinal)
            ? content.WhatWeDid
            : Shorten.Body(content.Promise, content.WhatWeDid),
        SolutionSource.TextLength);

    // A text of its own comes behind the rest, so that entries without one keep the print they had before texts were kept.
    private static string Print(ImportedEntry entry, SolutionContent? content, string text) => Convert.ToHexStringLower(SHA256.HashData(
    [
        .. JsonSerializer.SerializeToUtf8Bytes(
            new { Content = content, entry.Content.Title, entry.Content.Promise, entry.Url, entry.Uses, entry.Registrant }),
        .. Encoding.UTF8.GetBytes(text),
    ]));

    private async Task ShareNewAsync(CatalogueDb db, List<Work> work, CancellationToken cancellation)
    {
        var made = work.Where(each => each.Solution is null && each.Leads).ToList();
        var free = made.Count == 0 ? [] : await slugs.TakeAsync(db, [.. made.Select(each => each.Content.Title)], cancellation);
        foreach (var (each, slug) in made.Zip(free))
        {
            try
            {
                var solution = Solution.Share(
                    slug, each.Content, Stage.Gem, SolutionStatus.Published, survey.PublishedOf(each.Entry) ?? date, null, isSample: false);
                db.Solutions.Add(solution);
                db.Slugs.Add(new SolutionSlug(slug, solution.Id));
                db.Record(new SolutionShared(solution.Id, solution.Title, solution.Stage), actor);
                each.Solution = solution.Id;
                each.IsNew = each.IsWritten = true;
            }
            catch (RuleViolation rule)
            {
                each.Refusal = rule.Message;
            }
        }

        foreach (var each in work.Where(each => each.Solution is null && each.Refusal is null))
            each.Refusal = "De regel waarbij deze hoort, is geweigerd.";
    }

    private async Task ReviseAsync(CatalogueDb db, List<Work> work, CancellationToken cancellation)
    {
        var changed = work.Where(each => each is { Leads: true, IsWritten: false, IsSame: false, Solution: not null }).ToList();
        if (changed.Count == 0)
            return;
        var ids = changed.Select(each => each.Solution!.Value).ToList();
        var solutions = await db.Solutions.Where(solution => ids.Contains(solution.Id))
            .ToDictionaryAsync(solution => solution.Id, cancellation);
        foreach (var each in changed)
        {
            if (!solutions.TryGetValue(each.Solution!.Value, out var solution) || solution.ReviseByImport(each.Content) is not { Count: > 0 } fields)
                continue;
            db.Record(new SolutionRevised(solution.Id, fields), actor);
            each.IsWritten = true;
        }
    }

    private void KeepSources(CatalogueDb db, List<Work> work)
    {
        var told = work.Where(each => each.IsWritten).Select(each => each.Solution!.Value).ToHashSet();
        foreach (var each in work.Where(each => each is { IsSame: false, Solution: not null }))
        {
            var solution = each.Solution!.Value;
            if (each.Source is null)
            {
                db.Sources.Add(SolutionSource.Of(
                    reader.Source, each.Entry.SourceId, solution, Registrant(each.Entry), each.Entry.Url, date, each.Print, each.Text));
            }
            else
            {
                each.Source.Renew(Registrant(each.Entry), each.Entry.Url, date, each.Print, each.Text);
                each.Source.MoveTo(solution);
            }

            if (told.Add(solution))
                db.Record(new SolutionRevised(solution, ["Sources"]), actor);
        }
    }

    private OrganisationId? Registrant(ImportedEntry entry) => Find(entry, entry.Registrant) ?? Find(entry, entry.Maker);

    private OrganisationId? Find(ImportedEntry entry, string name) => name.Length == 0 ? null : names.Find(name, entry.ByHand, out _);

    // One entry for all of them: thousands of entries that say the same would bury what really changed.
    private void ReadAgain(CatalogueDb db, List<Work> work)
    {
        var later = work.Count(each => each.IsSame && each.Source!.ReadAgain(date));
        if (later > 0)
            db.Record(new SourceReadAgain(reader.Source, date, later), actor);
    }

    private async Task ClaimAsync(IAdoption adoption, List<Work> work, CancellationToken cancellation)
    {
        var claims = work.Where(each => each.Solution is not null)
            .SelectMany(each => each.Uses.Select(use => new UseClaim(
                each.Solution!.Value, use.Organisation, use.State, reader.Name, date, Since: null)))
            .DistinctBy(claim => (claim.Solution, claim.User)).ToList();
        if (claims.Count > 0)
            tally.Uses += await adoption.ClaimAsync(claims, actor, cancellation);
    }

    private void Report(Work work)
    {
        var (outcome, message) = work switch
        {
            { Refusal: not null } => (ImportOutcome.Refused, work.Refusal),
            { Source: null } => (ImportOutcome.Added, ""),
            { IsSame: true } => (ImportOutcome.Unchanged, ""),
            _ => (ImportOutcome.Changed, ""),
        };
        tally.Add(outcome, work.Entry, message);
        if (outcome == ImportOutcome.Refused)
            return;
        foreach (var cleaned in work.Entry.Cleaned)
            tally.Add(ImportOutcome.Cleaned, work.Entry, cleaned);
        var unmatched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, onlyKnown) in NamesInSource.NamesIn(work.Entry))
        {
            if (names.Find(name, onlyKnown, out var trouble) is null && unmatched.Add(name))
                tally.Add(ImportOutcome.Unmatched, work.Entry, trouble);
        }
    }

    /// <summary>One entry on its way into the database.</summary>
    private sealed record Work(
        ImportedEntry Entry, SolutionSource? Source, bool Leads, SolutionContent Content,
        IReadOnlyList<(OrganisationId Organisation, UseState State)> Uses, string Text, string Print)
    {
        // Kept apart, because writing it down changes the source's own.
        public bool IsSame { get; } = Source?.Fingerprint == Print;

        public SolutionId? Solution { get; set; }

        public bool IsNew { get; set; }

        public bool IsWritten { get; set; }

        public string? Refusal { get; set; }
    }
}
