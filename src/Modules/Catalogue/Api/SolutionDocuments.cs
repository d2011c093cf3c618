using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>Everything that is known of solutions, for the API and the exports.</summary>
internal sealed class SolutionDocuments(CatalogueDb db, LiveFacts live, TakenUp taken, IOrganisations organisations)
{
    private const int BatchSize = 500;

    /// <summary>The public solution that has or had this address; null when there is none.</summary>
    public async Task<SolutionDocument?> FindAsync(string slug, CancellationToken cancellation)
    {
        var ids = db.Slugs.Where(each => each.Slug == slug).Select(each => each.Solution);
        var found = await ReadAsync(db.Solutions.Public().Where(solution => ids.Contains(solution.Id)), cancellation);
        return found is [var document] ? document : null;
    }

    /// <summary>Every public solution by address, a batch at a time.</summary>
    public async IAsyncEnumerable<SolutionDocument> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var all = await db.Solutions.Public().OrderBy(solution => solution.Slug).Select(solution => solution.Id).ToListAsync(cancellation);
        foreach (var ids in all.Chunk(BatchSize))
        {
            var batch = await ReadAsync(
                db.Solutions.Where(solution => ids.Contains(solution.Id)).OrderBy(solution => solution.Slug), cancellation);
            foreach (var document in batch)
                yield return document;
        }
    }

    private async Task<IReadOnlyList<SolutionDocument>> ReadAsync(IQueryable<Solution> solutions, CancellationToken cancellation)
    {
        var rows = await solutions.Select(SolutionDetails.Of).ToListAsync(cancellation);
        var ids = rows.Select(row => row.Id).ToList();
        var entries = await SourceEntries.ReadAsync(
            db.Sources.Where(source => ids.Contains(source.Solution)), organisations, cancellation);
        var successors = rows.Select(row => row.Successor).OfType<SolutionId>().ToList();
        var slugs = successors.Count == 0 ? [] : await db.Solutions.Where(solution => successors.Contains(solution.Id))
            .Select(solution => new { solution.Id, solution.Slug })
            .ToDictionaryAsync(solution => solution.Id, solution => solution.Slug, cancellation);
        var stories = await SolutionStories.ReadAsync(db, ids, cancellation);
        var also = await AttachmentsAsync(ids, cancellation);
        return [.. rows.Select(row => Document(
            row with { Attachments = [.. row.Attachments, .. also[row.Id]] }, entries.Of(row.Id), stories, row.Successor is { } successor ? slugs.GetValueOrDefault(successor) : null))];
    }

    private async Task<ILookup<SolutionId, Attachment>> AttachmentsAsync(IEnumerable<SolutionId> ids, CancellationToken cancellation)
    {
        var parts = ids.SelectMany(id => taken.In(id).Select(part => (Part: part, Into: id))).ToDictionary(each => each.Part, each => each.Into);
        var files = parts.Count == 0 ? [] : await db.Solutions.Where(solution => parts.Keys.Contains(solution.Id)).OrderBy(solution => solution.Id)
            .Select(solution => new { solution.Id, solution.Attachments }).ToListAsync(cancellation);
        return files.SelectMany(each => each.Attachments.Select(file => (each.Id, file))).ToLookup(each => parts[each.Id], each => each.file);
    }

    private SolutionDocument Document(
        SolutionDetails row, IReadOnlyList<SourceEntry> entries, SolutionStories stories, string? successor) => new()
    {
        Slug = row.Slug,
        Title = row.Title,
        Promise = row.Promise,
        Problem = row.Problem,
        WhatWeDid = row.WhatWeDid,
        Result = row.Result,
        ForWhom = row.ForWhom,
        Kind = row.Kind,
        Stage = row.Stage,
        Status = row.Status,
        Themes = row.Themes,
        Tasks = row.Tasks,
        Laws = row.Laws,
        Effort = row.Effort,
        OneOffCost = row.OneOffCost,
        YearlyCost = row.YearlyCost,
        Requirements = row.Requirements,
        ScaleType = row.ScaleType,
        Accessibility = row.Accessibility,
        NonDigital = row.NonDigital,
        DataFreedom = row.DataFreedom,
        Licence = row.Licence,
        Origin = row.Origin is { } origin ? OrganisationLink.Of(organisations.Find(origin)) : null,
        OriginYear = row.OriginYear,
        BuildHours = row.BuildHours,
        Mailbox = row.Mailbox,
        Links = row.Links,
        Figures = row.Figures,
        Attachments = [.. row.Attachments.Where(file => file.IsShown).Select(AttachmentLink.Of)],
        Shared = row.Shared,
        LastConfirmed = row.LastConfirmed,
        Successor = successor,
        IsSample = row.IsSample,
        Source = entries.Count > 0 ? entries[0].Source : null,
        SourceId = entries.Count > 0 ? entries[0].SourceId : null,
        SourceIds = [.. entries.Select(entry => entry.SourceId)],
        Sources = entries,
        Users = live.UsersOf(row.Id),
        Relations = stories.RelationsOf(row.Id),
        Decisions = stories.DecisionsOf(row.Id),
        History = stories.HistoryOf(row.Id),
        Steward = Person(row.Steward),
        Deputy = Person(row.Deputy),
    };

    private PersonLink? Person(Contact? contact) => contact is null ? null
        : new(contact.Name, contact.Role, contact.Organisation is { } id ? OrganisationLink.Of(organisations.Find(id)) : null);
}
