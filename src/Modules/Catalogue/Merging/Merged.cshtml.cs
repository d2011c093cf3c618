using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Merging;

/// <summary>What was taken up in a solution, as it was, with its versions. For everyone.</summary>
internal sealed class MergedModel(CatalogueDb db, MergeTexts texts, TakenUp taken, IAccounts accounts, IOrganisations organisations) : StewardshipPage(db)
{
    public SolutionMerge Merge { get; private set; } = null!;

    public Solution Other { get; private set; } = null!;

    /// <summary>The version to read; without it the last one.</summary>
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? Number { get; set; }

    public IReadOnlyList<int> Versions { get; private set; } = [];

    public IReadOnlyList<(string Label, string Text)> Texts { get; private set; } = [];

    /// <summary>Whether it was taken up in this solution itself, so that they can be parted.</summary>
    public bool IsDirect => Merge.Into == Solution.Id;

    public DateOnly On => organisations.DayOf(Merge.Moment);

    /// <summary>Who did it.</summary>
    public string? By { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        // What was taken up in something that was taken up here, is here too.
        List<SolutionId> here = [Solution.Id, .. taken.In(Solution.Id)];
        var found = await Db.Merges.Where(merge => merge.Id == id && here.Contains(merge.Into))
            .Join(Db.Solutions, merge => merge.Solution, other => other.Id, (merge, other) => new { merge, other })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
            return NotFound();
        (Merge, Other) = (found.merge, found.other);
        if (Merge.Undone is not null)
            return Redirect($"{Request.PathBase}/oplossingen/{Other.Slug}");
        Versions = await Db.Versions.Where(version => version.Solution == Other.Id).OrderBy(version => version.Number)
            .Select(version => version.Number).ToListAsync(cancellation);
        var content = Number is not { } number ? Other.Content() : await Db.Versions
            .Where(version => version.Solution == Other.Id && version.Number == number).Select(version => version.Content)
            .SingleOrDefaultAsync(cancellation);
        if (content is null)
            return NotFound();
        Texts = texts.Read(content);
        By = (await accounts.PeopleAsync([Merge.Person], cancellation)).GetValueOrDefault(Merge.Person)?.Name;
        return Page();
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.Public();
}
