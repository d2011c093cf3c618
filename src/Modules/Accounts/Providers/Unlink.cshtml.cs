using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Providers;

/// <summary>Take the link with a provider away. Not when it is the only way to sign in.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class UnlinkModel(
    KnownProviders providers, EnterByProvider enter, UserManager<Person> people, ProveIdentity prove, AccountsDb db, Words words) : FormPage
{
    private Person person = null!;
    private ProviderLink? link;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public CurrentPasswordForm Form { get; set; } = new();

    /// <summary>What the provider is called; its key when the site does not know it any more.</summary>
    public string Name => providers.Find(Key)?.Name ?? Key;

    public bool HasPassword { get; private set; }

    /// <summary>Whether nothing else lets the person in.</summary>
    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
            return NotFound();
        if (await IsLastAsync(cancellation))
            throw new RuleViolation("", "Dit is je enige manier om in te loggen. Kies eerst een wachtwoord.");
        await prove.PasswordAsync(person, Form.Current);
        await enter.UnlinkAsync(person, found, except: Me.Session, cancellation);
        Tell(words["De koppeling met {0} is weg.", Name]);
        return RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is null)
            return;
        HasPassword = person.PasswordHash is not null;
        IsLast = await IsLastAsync(cancellation);
    }

    private async Task<ProviderLink?> FindAsync(CancellationToken cancellation)
    {
        person = await prove.PersonAsync(Me);
        return link ??= await db.ProviderLinks.SingleOrDefaultAsync(each => each.Person == Me.Id && each.Provider == Key, cancellation);
    }

    // A link with a provider that the site does not know any more lets nobody in.
    private async Task<bool> IsLastAsync(CancellationToken cancellation)
    {
        if (person.PasswordHash is not null || (await people.GetPasskeysAsync(person)).Count > 0)
            return false;
        var known = providers.All.Select(each => each.Key).Where(key => key != Key).ToList();
        return !await db.ProviderLinks.AnyAsync(each => each.Person == person.Id && known.Contains(each.Provider), cancellation);
    }
}
