using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Providers;

/// <summary>Says why signing in at a provider did not work, and what to do now.</summary>
internal sealed class FailedModel(KnownProviders providers, Words words) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>The kind of failure; an unknown one is told as the most careful kind.</summary>
    [BindProperty(SupportsGet = true, Name = "reden")]
    public string? Reason { get; set; }

    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (providers.Find(Key) is not { } provider)
            return NotFound();
        (Title, Advice) = (Enum.TryParse<SignInFailure>(Reason, out var failure) ? failure : SignInFailure.NotTrusted).Tell(words, provider.Name);
        return Page();
    }
}
