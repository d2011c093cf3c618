using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>"Klopt nog": who looks after a solution says with one click that it is still true.</summary>
internal sealed class ConfirmModel(CatalogueDb db, ConfirmSolution confirm, Words words) : StewardshipPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await confirm.RunAsync(Solution, Me.Actor, cancellation);
        Tell(words["Bedankt. Iedereen ziet nu dat dit vandaag nog klopt."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.LookedAfterBy(Me);
}
