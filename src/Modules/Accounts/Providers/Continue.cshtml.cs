using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Providers;

/// <summary>Where somebody arrives who signed in at a provider: goes on when known, and is asked before an account is made.</summary>
[EnableRateLimiting(Attempts.Policy), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ContinueModel(
    KnownProviders providers, EnterByProvider enter, UserManager<Person> people, IOrganisations organisations, Words words) : FormPage
{
    [BindProperty]
    public NewAccountForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    public Provider? Provider { get; private set; }

    /// <summary>What the provider told; without it there is nothing to show.</summary>
    public ProviderTicket? Ticket { get; private set; }

    /// <summary>Whether somebody here showed to own the same e-mail address.</summary>
    public bool HasAccount { get; private set; }

    /// <summary>For whom the person works by the claims or the address; null when the person must say it.</summary>
    public string? Organisation { get; private set; }

    public IEnumerable<Choice> Municipalities => organisations.Current.Select(each => new Choice(each.Slug, each.Name));

    /// <summary>Signing in as always, and then the page that ties both.</summary>
    public string SignInFirst => Url.Page("/SignIn/Index", new { terug = Url.Page("/Providers/Link", new { Key, terug = Back }) })!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ElsewhereAsync(cancellation) is { } elsewhere)
            return elsewhere;
        Form.FullName = Ticket!.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ElsewhereAsync(cancellation) is { } elsewhere)
            return elsewhere;
        if (HasAccount)
            return Page();
        var chosen = organisations.FindBySlug(Form.Municipality ?? "")?.Id;
        var person = await enter.JoinAsync(Provider!, Ticket!, Form.FullName, chosen, cancellation);
        await enter.SignInAsync(person, Provider!, Ticket!, cancellation);
        Tell(words["Welkom, {0}. Je account is gemaakt.", person.FullName]);
        return this.GoOn(Back);
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (Ticket is { } ticket && await enter.OrganisationAsync(ticket, cancellation) is { } id)
            Organisation = organisations.Find(id)?.Name;
    }

    // Null when the page itself has something to say.
    private async Task<IActionResult?> ElsewhereAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (Provider is null)
            return NotFound();
        if (Ticket is not { } ticket)
            return Failed(SignInFailure.Used);
        var known = await enter.FindAsync(Provider, ticket, cancellation);
        if (CurrentPerson.Of(User) is { } me)
        {
            return known is null ? RedirectToPage("/Providers/Link", new { Key, terug = Back })
                : known.Id == me.Id ? this.GoOn(Back)
                : Failed(SignInFailure.OfSomebodyElse);
        }

        if (known is not null)
        {
            return await enter.SignInAsync(known, Provider, ticket, cancellation)
                ? this.GoOn(Back)
                : RedirectToPage("/SignIn/SecondStep", new { terug = Back });
        }

        // Nobody learns which addresses have an account without owning the mailbox.
        return ticket.Email is null ? Failed(SignInFailure.WithoutEmail)
            : !ticket.EmailVerified ? Failed(SignInFailure.Unverified)
            : null;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        Provider = providers.Find(Key);
        Ticket = Provider is null ? null : await ProviderTicket.FindAsync(HttpContext, Provider);
        HasAccount = Ticket is { Email: { } email, EmailVerified: true } && await people.FindByEmailAsync(email) is { EmailConfirmed: true };
    }

    private RedirectToPageResult Failed(SignInFailure failure) => RedirectToPage("/Providers/Failed", new { Key, reden = failure });
}

/// <summary>What a new account asks beside what the provider told.</summary>
internal sealed class NewAccountForm
{
    [Required(ErrorMessage = "Vul je naam in.")]
    [StringLength(Person.NameLength, ErrorMessage = "Maak je naam korter: hoogstens 120 tekens.")]
    public string FullName { get; set; } = "";

    /// <summary>The readable part of the address of a municipality, or nothing.</summary>
    [StringLength(100)]
    public string? Municipality { get; set; }
}
