using Microsoft.AspNetCore.Mvc;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>Changes an intention, takes it off the site and puts it back.</summary>
internal sealed class ReviseModel(CatalogueDb db, IOrganisations organisations, Words words) : IntentionPage(db), IHasIntentionForm
{
    [BindProperty]
    public IntentionForm Form { get; set; } = new();

    public void OnGet() => Form = IntentionForm.Of(Intention);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Intention.Revise(Form.ToContent(), organisations.Today);
        await SaveAsync(new IntentionRevised(Intention.Id), cancellation);
        Tell(words["Bewaard."]);
        return Redirect(PathOf());
    }

    /// <summary>"Haal van de site", and "maak ongedaan" after sharing.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        Intention.Withdraw(organisations.Today);
        await SaveAsync(new IntentionWithdrawn(Intention.Id), cancellation);
        Tell(words["Jullie voornemen is van de site."], PathOf("/bewerken?handler=PutBack"));
        return Redirect(PathOf());
    }

    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellation)
    {
        Intention.PutBack();
        await SaveAsync(new IntentionPutBack(Intention.Id), cancellation);
        Tell(words["Jullie voornemen staat weer op de site."], PathOf("/bewerken?handler=Withdraw"));
        return Redirect(PathOf());
    }
}
