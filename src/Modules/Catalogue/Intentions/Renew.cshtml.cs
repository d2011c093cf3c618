using Microsoft.AspNetCore.Mvc;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>"Dit willen we nog": one click keeps it open for another half year.</summary>
internal sealed class RenewModel(CatalogueDb db, IOrganisations organisations, Words words) : IntentionPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Intention.Confirm(organisations.Today);
        await SaveAsync(new IntentionConfirmed(Intention.Id, organisations.Today), cancellation);
        Tell(words["Bedankt. Anderen kunnen weer een half jaar aansluiten."]);
        return Redirect(PathOf());
    }
}
