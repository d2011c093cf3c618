using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.FirstRun;

/// <summary>The first platform manager makes an account, with the link in the log. Without the right code nothing is here.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class IndexModel(MakeManager make, SignInManager<Person> signIn, Words words) : FormPage
{
    [BindProperty]
    public FirstRunForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>Whether the code is right; without that the page shows nothing, also not after a mistake in the form.</summary>
    public bool IsRight { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await make.FindAsync(Code, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (CurrentPerson.Of(User) is not null
            || await make.FindAsync(Code, cancellation) is not { } code
            || await make.FirstAsync(Form, code, cancellation) is not { } person)
            return NotFound();
        await signIn.SignInAsync(person, isPersistent: true);
        Tell(words["Welkom. Zet nu de tweede stap aan, dan kun je beginnen."]);
        return RedirectToPage("/Security/SecondStepOn");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        IsRight = await make.FindAsync(Code, cancellation) is not null;
}

/// <summary>What the first account asks.</summary>
internal sealed class FirstRunForm
{
    [Required(ErrorMessage = "Vul je naam in.")]
    [StringLength(Person.NameLength, ErrorMessage = "Maak je naam korter: hoogstens 120 tekens.")]
    public string FullName { get; set; } = "";

    [Required(ErrorMessage = "Vul je e-mailadres in.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Kies een wachtwoord.")]
    [StringLength(Person.MaxPasswordLength, MinimumLength = Person.MinPasswordLength, ErrorMessage = "Kies een wachtwoord van minstens 12 tekens. Een korte zin is goed.")]
    public string Password { get; set; } = "";
}
