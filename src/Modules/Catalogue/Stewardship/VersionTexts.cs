using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Reads the versions of a solution, and says how two of them differ.</summary>
internal sealed class VersionTexts(CatalogueDb db, IAccounts accounts, IOrganisations organisations, Words words)
{
    private const int MostShown = 200;

    /// <summary>The versions of the solution at an address, newest first, with who wrote them.</summary>
    public async Task<IReadOnlyList<VersionLine>> LinesAsync(string slug, CancellationToken cancellation)
    {
        var rows = await db.Versions
            .Where(version => db.Solutions.Any(solution => solution.Slug == slug && solution.Id == version.Solution))
            .OrderByDescending(version => version.Number).Take(MostShown)
            .Select(version => new { version.Number, version.Moment, version.Person, version.Organisation, version.Fields })
            .ToListAsync(cancellation);
        var people = await accounts.PeopleAsync([.. rows.Select(row => row.Person).OfType<PersonId>().Distinct()], cancellation);
        return [.. rows.Select(row => new VersionLine(
            row.Number,
            row.Moment,
            row.Person is { } person && people.TryGetValue(person, out var known) ? known.Name : null,
            row.Organisation is { } organisation ? organisations.Find(organisation) : null,
            [.. row.Fields.Select(field => words[Parts.Label(field)])]))];
    }

    /// <summary>What a version holds; null when there is no such version.</summary>
    public Task<SolutionContent?> ContentAsync(SolutionId solution, int number, CancellationToken cancellation) =>
        db.Versions.Where(version => version.Solution == solution && version.Number == number)
            .Select(version => version.Content).SingleOrDefaultAsync(cancellation);

    /// <summary>The parts in which two contents differ, word by word.</summary>
    public IReadOnlyList<PartDifference> Between(SolutionContent before, SolutionContent after)
    {
        var (old, now) = (EditForm.Of(before, 0, organisations), EditForm.Of(after, 0, organisations));
        IEnumerable<PartDifference> written = Parts.All.Where(part => part.Of(old) != part.Of(now))
            .Select(part => new PartDifference(part.Label, TextDifference.Of(part.Said(old, words), part.Said(now, words))));
        var (had, has) = (before.Attachments ?? [], after.Attachments ?? []);
        return had.SequenceEqual(has) ? [.. written]
            : [.. written, new(Parts.Label(nameof(after.Attachments)), TextDifference.Of(Said(had), Said(has)))];
    }

    private static string Said(IReadOnlyList<Attachment> files) => Lines.Of(files, file => file.Alt.Length > 0 ? $"{file.Name}: {file.Alt}" : file.Name);
}

/// <summary>One version in the list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Moment">When; null for what stood there first.</param>
/// <param name="Person">Who wrote it.</param>
/// <param name="Organisation">For whom.</param>
/// <param name="Fields">What changed, in the reader's language.</param>
internal sealed record VersionLine(
    int Number, DateTimeOffset? Moment, string? Person, OrganisationSummary? Organisation, IReadOnlyList<string> Fields);

/// <summary>How one part differs.</summary>
internal sealed record PartDifference(string Label, TextDifference Difference);
