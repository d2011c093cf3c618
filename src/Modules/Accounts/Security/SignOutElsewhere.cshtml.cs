using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Security;

/// <summary>Sign out one other browser, or all others. A thief of a session cannot throw out the owner without the password.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class SignOutElsewhereModel(ProveIdentity prove, EndSessions endSessions, AccountsDb db, Words words) : FormPage
{
    /// <summary>Which browser; none means all others.</summary>
    [BindProperty(SupportsGet = true, Name = "sessie")]
    public string? Session { get; set; }

    [BindProperty]
    public CurrentPasswordForm Form { get; set; } = new();

    public bool HasPassword { get; private set; }

    /// <summary>What the browser is called; null for all others.</summary>
    public string? Device { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        await prove.PasswordAsync(await prove.PersonAsync(Me), Form.Current);
        if (Guid.TryParse(Session, out var one))
            await endSessions.OneAsync(Me.Id, one, cancellation);
        else
            await endSessions.AllAsync(Me.Id, except: Me.Session, cancellation);
        await db.SaveChangesAsync(cancellation);
        Tell(words[Device is null ? "Alle andere browsers zijn uitgelogd." : "Die browser is uitgelogd."]);
        return RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        HasPassword = (await prove.PersonAsync(Me)).PasswordHash is not null;

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Session))
            return true;
        Device = Guid.TryParse(Session, out var one)
            ? await db.Sessions.Where(each => each.Id == one && each.Person == Me.Id).Select(each => each.Device).FirstOrDefaultAsync(cancellation)
            : null;
        return Device is not null;
    }
}
