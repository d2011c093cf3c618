using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Attachments;

/// <summary>Stores files for a solution and writes which ones belong to it: the solution, its versions and the ledger.</summary>
internal sealed class AttachFiles(CatalogueDb db, FileStore files, ReviseSolution revise)
{
    private const int Attempts = 5;

    // Removed files stay for older versions; this keeps one solution from filling the disk.
    private const long MostStored = 500L << 20;

    /// <summary>Stores a file. It belongs to the solution when <see cref="RunAsync"/> says so.</summary>
    /// <exception cref="RuleViolation">It cannot be taken; the message says why.</exception>
    public async Task<Attachment> StoreAsync(SolutionId solution, string? name, Stream content, CancellationToken cancellation)
    {
        if (await files.SizeOfAsync(solution.Value, cancellation) + content.Length > MostStored)
            throw new RuleViolation("", "Deze oplossing bewaart met oude versies al 500 MB. Meer past er niet bij.");
        return Attachment.Of(await files.AddAsync(solution.Value, name, content, cancellation));
    }

    /// <summary>Changes the list as it is now; when somebody else saved in between, the list of then.</summary>
    /// <returns>The number of the version before, to go back to; null when nothing changed.</returns>
    public async Task<int?> RunAsync(
        Solution solution, Func<IReadOnlyList<Attachment>, IReadOnlyList<Attachment>> change, CurrentPerson person, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (was, before) = (solution.Attachments, SolutionVersion.Before(solution));
            if (!solution.Attach(change(was)))
                return null;
            await revise.KeepAsync(solution, before, [nameof(Solution.Attachments)], person, cancellation);
            Record(solution, was, person.Actor);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return before.Number;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
                solution = await db.Solutions.SingleAsync(each => each.Id == solution.Id, cancellation);
            }
        }
    }

    private void Record(Solution solution, IReadOnlyList<Attachment> was, Actor actor)
    {
        var (before, now) = (was.ToDictionary(each => each.File), solution.Attachments.ToDictionary(each => each.File));
        foreach (var file in solution.Attachments.Where(file => !before.ContainsKey(file.File)))
            db.Record(new AttachmentAdded(solution.Id, file.File, file.Name, file.Type, file.Size), actor);
        foreach (var file in was.Where(file => !now.ContainsKey(file.File)))
            db.Record(new AttachmentRemoved(solution.Id, file.File), actor);
        foreach (var (place, file) in solution.Attachments.Index())
        {
            if (before.TryGetValue(file.File, out var old) && (old != file || was.ElementAtOrDefault(place)?.File != file.File))
                db.Record(new AttachmentChanged(solution.Id, file.File), actor);
        }
    }
}

/// <summary>The files that a solution, or an older version of it, refers to.</summary>
internal sealed class KeptFiles(CatalogueDb db) : IKeepFiles
{
    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<FileId>> KeptAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellation)
    {
        var kept = new HashSet<FileId>();
        foreach (var id in owners.Select(owner => new SolutionId(owner)))
        {
            var now = await db.Solutions.Where(solution => solution.Id == id)
                .Select(solution => solution.Attachments).FirstOrDefaultAsync(cancellation);
            kept.UnionWith((now ?? []).Select(file => file.File));
            await foreach (var content in db.Versions.Where(version => version.Solution == id)
                .Select(version => version.Content).AsAsyncEnumerable().WithCancellation(cancellation))
                kept.UnionWith((content.Attachments ?? []).Select(file => file.File));
        }

        return kept;
    }
}
