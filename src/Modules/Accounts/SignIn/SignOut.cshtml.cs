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
internal sealed class SignOutModel(SignInManager<Person> signIn, AccountsDb db, KnownProviders providers, Words words) : FormPage
{
    public IActionResult OnGet() => Redirect(Url.Content("~/"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var began = CurrentPerson.Of(User) is { } me
            ? await db.Sessions.Where(each => each.Id == me.Session).Select(each => each.Provider).SingleOrDefaultAsync(cancellation) : null;
        await signIn.SignOutAsync();
        if (providers.Find(began) is { EndsAtProvider: true } provider)
            return RedirectToPage("/Providers/SignedOut", new { provider.Key });
        Tell(words["Je bent uitgelogd."]);
        return RedirectToPage("/SignIn/Index");
    }
}
