using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Providers;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Design;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.SignIn;

/// <summary>Sign in with e-mail address and password; then the second step, for who has one.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class IndexModel(
    UserManager<Person> people, SignInManager<Person> signIn, AccountsDb db, Site site, KnownProviders providers) : FormPage
{
    private const string Wrong =
        "Je e-mailadres of wachtwoord klopt niet. Probeer het opnieuw, of kies een nieuw wachtwoord. Vijf keer fout? Wacht dan 15 minuten.";

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    /// <summary>The fictional people of a site with samples, who sign in with one click.</summary>
    public IReadOnlyList<SamplePerson> Samples { get; private set; } = [];

    /// <summary>Where else people can sign in: the address to go there, and its name.</summary>
    public IEnumerable<(string Address, string Name)> Providers => providers.All.Select(each =>
        (Url.Content($"~/inloggen/{each.Key}{(string.IsNullOrEmpty(Back) ? "" : $"?terug={Uri.EscapeDataString(Back)}")}"), each.Name));

    public IActionResult OnGet() => CurrentPerson.Of(User) is null ? Page() : this.GoOn(Back);

    public async Task<IActionResult> OnPostAsync()
    {
        if (CurrentPerson.Of(User) is not null)
            return this.GoOn(Back);
        var person = await people.FindByEmailAsync(Form.Email);
        // Nobody learns from the answer, or from how long it takes, which addresses have an account. Identity hashes
        // nothing for who is locked or has no password, so that work is done here.
        if (person?.PasswordHash is null || await people.IsLockedOutAsync(person))
            people.PasswordHasher.HashPassword(person!, Form.Password);
        if (person is null || !(await signIn.CheckPasswordSignInAsync(person, Form.Password, lockoutOnFailure: true)).Succeeded)
            throw new RuleViolation("", Wrong);
        if (!person.EmailConfirmed)
            throw new RuleViolation("", "Bevestig eerst je e-mailadres met de link in de mail. Geen mail? Maak je account opnieuw aan, dan krijg je een nieuwe.");
        return (await signIn.PasswordSignInAsync(person, Form.Password, isPersistent: true, lockoutOnFailure: true)).RequiresTwoFactor
            ? RedirectToPage("/SignIn/SecondStep", new { terug = Back })
            : this.GoOn(Back);
    }

    /// <summary>Signs in a fictional person. Works only on a site with samples.</summary>
    public async Task<IActionResult> OnPostSampleAsync(Guid person)
    {
        if (CurrentPerson.Of(User) is not null)
            return this.GoOn(Back);
        if (!site.SignsInSamples || await people.FindByIdAsync($"{person}") is not { IsSample: true } sample)
            return NotFound();
        await signIn.SignInWithClaimsAsync(
            sample, isPersistent: true, [new("amr", SessionStore.SecondFactorMethod)]);
        return this.GoOn(Back);
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (site.SignsInSamples)
        {
            Samples = await db.People.Where(person => person.IsSample && person.Closed == null)
                .OrderBy(person => person.Joined).ThenBy(person => person.FullName)
                .Select(person => new SamplePerson(person.Id, person.FullName, person.PlatformRoles))
                .ToListAsync(cancellation);
        }
    }
}

/// <summary>What signing in asks.</summary>
internal sealed class SignInForm
{
    [Required(ErrorMessage = "Vul je e-mailadres in.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Vul je wachtwoord in.")]
    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string Password { get; set; } = "";
}

/// <summary>A fictional person to sign in as.</summary>
internal sealed record SamplePerson(PersonId Id, string Name, PlatformRoles Roles);
