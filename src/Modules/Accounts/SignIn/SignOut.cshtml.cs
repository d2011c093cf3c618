using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Accounts.People;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.SignIn;

/// <summary>Signs this browser out. Only by a posted form, so that no other site can do it.</summary>
internal sealed class SignOutModel(SignInManager<Person> signIn, Words words) : FormPage
{
    public IActionResult OnGet() => Redirect(Url.Content("~/"));

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Tell(words["Je bent uitgelogd."]);
        return RedirectToPage("/SignIn/Index");
    }
}
