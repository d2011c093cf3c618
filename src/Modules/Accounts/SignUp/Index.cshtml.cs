using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.SignUp;

/// <summary>Make an account: three questions, and which municipality one works for.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class IndexModel(MakeAccount makeAccount, IOrganisations organisations) : FormPage
{
    [BindProperty]
    public SignUpForm Form { get; set; } = new();

    public IEnumerable<Choice> Municipalities =>
        organisations.Current.Select(each => new Choice(each.Slug, each.Name));

    public IActionResult OnGet() => CurrentPerson.Of(User) is null ? Page() : this.GoOn(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await makeAccount.RunAsync(Form, organisations.FindBySlug(Form.Municipality ?? "")?.Id, cancellation);
        return RedirectToPage("/SignUp/Sent");
    }
}

/// <summary>What a new account asks.</summary>
internal sealed class SignUpForm
{
    [Required(ErrorMessage = "Vul je naam in.")]
    [StringLength(Person.NameLength, ErrorMessage = "Maak je naam korter: hoogstens 120 tekens.")]
    public string FullName { get; set; } = "";

    [Required(ErrorMessage = "Vul je e-mailadres in.")]
    [EmailAddress(ErrorMessage = "Schrijf een e-mailadres zoals naam@gemeente.nl.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Kies een wachtwoord.")]
    [StringLength(Person.MaxPasswordLength, MinimumLength = Person.MinPasswordLength, ErrorMessage = "Kies een wachtwoord van minstens 12 tekens. Een korte zin is goed.")]
    public string Password { get; set; } = "";

    /// <summary>The readable part of the address of a municipality, or nothing.</summary>
    [StringLength(100)]
    public string? Municipality { get; set; }
}
