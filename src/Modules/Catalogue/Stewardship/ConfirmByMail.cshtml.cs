using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Confirm by a link from a mail, without signing in. Opening it changes nothing; the button does.</summary>
internal sealed class ConfirmByMailModel(CatalogueDb db, ConfirmLink link, ConfirmSolution confirm, Words words) : FormPage
{
    /// <summary>The solution; null when the link is false or too old, or when the person looks after it no more.</summary>
    public Solution? Solution { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        await FindAsync(code, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } person || Solution is null)
            return Page();
        await confirm.RunAsync(Solution, Actor.Of(person, null), cancellation);
        Tell(words["Bedankt. Iedereen ziet nu dat dit vandaag nog klopt."]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    private async Task<PersonId?> FindAsync(string code, CancellationToken cancellation)
    {
        if (link.Read(code) is not { } may)
            return null;
        Solution = await db.Solutions.StewardedBy(may.Person).SingleOrDefaultAsync(solution => solution.Id == may.Solution, cancellation);
        return may.Person;
    }
}
