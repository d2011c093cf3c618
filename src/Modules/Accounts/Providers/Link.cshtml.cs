using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Providers;

/// <summary>Ties an account to who signed in at a provider. The person proved both: there just now, and here by signing in after that or with the password.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class LinkModel(
    KnownProviders providers, EnterByProvider enter, ProveIdentity prove, AccountsDb db, Words words) : FormPage
{
    [BindProperty]
    public CurrentPasswordForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    public Provider? Provider { get; private set; }

    /// <summary>What the provider told.</summary>
    public ProviderTicket? Ticket { get; private set; }

    /// <summary>The name of the account here.</summary>
    public string Name => Me.Name;

    /// <summary>Whether the session here is older than the proof of the provider, and so must be proved again.</summary>
    public bool IsOlder { get; private set; }

    /// <summary>Whether the password proves it.</summary>
    public bool AsksPassword { get; private set; }

    /// <summary>What the person must do before this page is of use; null when nothing.</summary>
    public string? ShowFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LookAsync();
        if (Provider is null)
            return NotFound();
        if (Ticket is null)
            return Redirect(Url.Content($"~/inloggen/{Provider.Key}?terug={Uri.EscapeDataString(Url.Content("~/mijn/beveiliging"))}"));
        return await enter.FindAsync(Provider, Ticket, cancellation) is { } known && known.Id != Me.Id
            ? RedirectToPage("/Providers/Failed", new { Key, reden = SignInFailure.OfSomebodyElse })
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LookAsync();
        if (Provider is null)
            return NotFound();
        if (Ticket is null)
            return RedirectToPage("/Providers/Failed", new { Key, reden = SignInFailure.Used });
        var person = await prove.PersonAsync(Me);
        // Some providers vouch for a second factor, so tying one is a way to get another.
        if (await prove.ShowFirstAsync(person) is { } first)
            throw new RuleViolation("", first);
        if (await IsOlderAsync(Ticket, cancellation))
            await prove.PasswordAsync(person, Form.Current);
        await enter.LinkAsync(person, Provider, Ticket, cancellation);
        Tell(words["Je kunt nu ook inloggen met {0}.", Provider.Name]);
        return Url.WayBackTo(Back) is { } back ? LocalRedirect(back) : RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await LookAsync();
        IsOlder = Ticket is not null && await IsOlderAsync(Ticket, cancellation);
        var person = await prove.PersonAsync(Me);
        (AsksPassword, ShowFirst) = (IsOlder && person.PasswordHash is not null, await prove.ShowFirstAsync(person));
    }

    private async Task LookAsync()
    {
        Provider = providers.Find(Key);
        Ticket = Provider is null ? null : await ProviderTicket.FindAsync(HttpContext, Provider);
    }

    private Task<bool> IsOlderAsync(ProviderTicket ticket, CancellationToken cancellation) =>
        db.Sessions.AnyAsync(each => each.Id == Me.Session && each.Started < ticket.Issued, cancellation);
}
