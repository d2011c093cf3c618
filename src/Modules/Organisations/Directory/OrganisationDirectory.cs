using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations.JointBodies;

namespace Parelmuur.Organisations.Directory;

/// <summary>All organisations that are no municipality, in memory on each node and kept fresh by the ledger.</summary>
internal sealed class OrganisationDirectory(IServiceScopeFactory scopes) : ILedgerReader, IDisposable
{
    // One load at a time: a slow load that began earlier must not undo what a later one found.
    private readonly SemaphoreSlim loading = new(1);
    private volatile Content content = new([], []);

    string ILedgerReader.Name => "organisations";

    bool ILedgerReader.EveryNode => true;

    /// <summary>In the order of a Dutch list.</summary>
    public IReadOnlyList<OrganisationSummary> All => content.All;

    /// <summary>Who takes part in which joint body, also in the past and later; another list once that changed.</summary>
    public IReadOnlyList<JointBodyMember> Members => content.Members;

    public OrganisationSummary? Find(OrganisationId id) => content.ById.GetValueOrDefault(id);

    public OrganisationSummary? FindBySlug(string slug) => content.BySlug.GetValueOrDefault(slug);

    public OrganisationSummary? FindByName(string nameKey) => content.ByName.GetValueOrDefault(nameKey);

    public Task StartAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation) =>
        entries.Any(entry => entry.Subject == OrganisationAdded.SubjectName) ? LoadAsync(cancellation) : Task.CompletedTask;

    /// <summary>Takes in what the database holds. There are some hundreds of rows, so it takes them all.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OrganisationsDb>();
            var rows = await db.Organisations
                .OrderBy(each => each.SortKey).ThenBy(each => each.Id)
                .Select(each => new Row(each.NameKey, new OrganisationSummary(each.Id, each.Kind, each.Name, each.Slug, null)))
                .ToListAsync(cancellation);
            var members = await db.Members.AsNoTracking().OrderBy(each => each.ValidFrom).ThenBy(each => each.Id).ToListAsync(cancellation);
            content = new Content(rows, members);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private sealed record Row(string NameKey, OrganisationSummary Summary);

    private sealed class Content(IReadOnlyList<Row> rows, IReadOnlyList<JointBodyMember> members)
    {
        public IReadOnlyList<JointBodyMember> Members { get; } = members;

        public IReadOnlyList<OrganisationSummary> All { get; } = [.. rows.Select(row => row.Summary)];

        public FrozenDictionary<OrganisationId, OrganisationSummary> ById { get; } =
            rows.ToFrozenDictionary(row => row.Summary.Id, row => row.Summary);

        public FrozenDictionary<string, OrganisationSummary> BySlug { get; } =
            rows.ToFrozenDictionary(row => row.Summary.Slug, row => row.Summary, StringComparer.Ordinal);

        public FrozenDictionary<string, OrganisationSummary> ByName { get; } =
            rows.ToFrozenDictionary(row => row.NameKey, row => row.Summary, StringComparer.Ordinal);
    }
}
