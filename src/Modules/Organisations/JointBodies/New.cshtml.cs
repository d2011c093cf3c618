using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>Add a joint body by its name.</summary>
internal sealed class NewModel(IOrganisations organisations, Words words) : FormPage
{
    [BindProperty]
    public NameForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var found = (await organisations.EnsureAsync([new(Form.Name!, OrganisationKind.JointBody)], Me.Actor, cancellation))[0];
        if (found is not { Kind: OrganisationKind.JointBody })
            throw new RuleViolation(nameof(Form.Name), "Deze naam is van een andere organisatie. Schrijf de naam van het samenwerkingsverband voluit.");
        Tell(words["{0} staat erbij. Kies nu wie meedoet.", found.Name]);
        return Redirect(Url.Content($"~/beheer/samenwerkingsverbanden/{found.Slug}"));
    }

    /// <summary>How it is called.</summary>
    internal sealed class NameForm
    {
        [Required(ErrorMessage = "Vul de naam in.")]
        [MaxLength(NewOrganisation.MaxNameLength, ErrorMessage = "Maak de naam korter.")]
        public string? Name { get; set; }
    }
}
