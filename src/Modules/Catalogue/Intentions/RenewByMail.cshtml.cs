using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>Confirm by a link from a mail, without signing in. Opening it changes nothing; the button does.</summary>
internal sealed class RenewByMailModel(CatalogueDb db, ConfirmLink link, IOrganisations organisations, Words words) : FormPage
{
    /// <summary>The intention; null when the link is false or too old, or when it ended.</summary>
    public Intention? Intention { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        await FindAsync(code, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } person || Intention is null)
            return Page();
        Intention.Confirm(organisations.Today);
        db.Record(new IntentionConfirmed(Intention.Id, organisations.Today), Actor.Of(person, Intention.Organisation));
        await db.SaveChangesAsync(cancellation);
        Tell(words["Bedankt. Anderen kunnen weer een half jaar aansluiten."]);
        return Redirect(Url.Content($"~/voornemens/{Intention.Slug}"));
    }

    private async Task<PersonId?> FindAsync(string code, CancellationToken cancellation)
    {
        if (link.ReadIntention(code) is not { } may)
            return null;
        Intention = await db.Intentions.SingleOrDefaultAsync(
            each => each.Id == may.Intention && each.Person == may.Person && each.Withdrawn == null && each.Ended == null, cancellation);
        return may.Person;
    }
}
