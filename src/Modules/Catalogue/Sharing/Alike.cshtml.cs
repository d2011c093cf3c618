using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Design;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>What stands beside a text while it is typed: the script asks for it. Nothing is stored.</summary>
[IgnoreAntiforgeryToken] // Looking changes nothing, and the script asks also after the session has ended.
[RequestSizeLimit(MaxRequest)]
[EnableRateLimiting(PostLimit.WhileTyping)]
internal sealed class AlikeModel(LookBeside beside) : PageModel
{
    private const int MaxRequest = 1 << 20;

    [BindProperty]
    public GemForm Form { get; set; } = new();

    public Beside Beside { get; private set; } = null!;

    public bool SignedIn => CurrentPerson.Of(User) is not null;

    public IActionResult OnGet() => RedirectToPage("/Sharing/Index");

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        // A half written form is never right yet; what was typed counts, not what is wrong with it.
        ModelState.Clear();
        Form.Different = Form.Different.Where(pair => Guid.TryParse(pair.Key, out _)).ToDictionary();
        Beside = await beside.OfAsync(Form, CurrentPerson.Of(User)?.Organisation, Request.PathBase, cancellation);
    }
}
