using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Providers;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.SignIn;

/// <summary>Signs this browser out. Only by a posted form, so that no other site can do it.</summary>
/// <remarks>With an address to go back to it asks who it is once more: <see cref="Security.ProveIdentity"/> leads here.</remarks>
internal sealed class SignOutModel(SignInManager<Person> signIn, AccountsDb db, KnownProviders providers, Words words) : FormPage
{
    /// <summary>Where the person goes on after signing in again; null when it was enough.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    public IActionResult OnGet() => CurrentPerson.Of(User) is not null && Url.IsLocalUrl(Back) ? Page() : Redirect(Url.Content("~/"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var began = CurrentPerson.Of(User) is { } me
            ? await db.Sessions.Where(each => each.Id == me.Session).Select(each => each.Provider).SingleOrDefaultAsync(cancellation) : null;
        await signIn.SignOutAsync();
        // Who signs in again at once wants to find everything as it was.
        if (Url.IsLocalUrl(Back))
            return RedirectToPage("/SignIn/Index", new { terug = Back });
        Response.ForgetStorage();
        if (providers.Find(began) is { EndsAtProvider: true } provider)
            return RedirectToPage("/Providers/SignedOut", new { provider.Key });
        Tell(words["Je bent uitgelogd."]);
        return RedirectToPage("/SignIn/Index");
    }
}

/// <summary>What a browser forgets with a session.</summary>
internal static class BrowserStorage
{
    /// <summary>Lets the browser forget what scripts kept of this person, such as a text that was being written.</summary>
    public static void ForgetStorage(this HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"storage\"";
}
