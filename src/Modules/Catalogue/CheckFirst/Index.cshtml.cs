using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>Eerst kijken: the question, and the answer on the same address. Nothing is stored.</summary>
/// <remarks>
/// A posted plan stays out of the address and the log. Only who chooses to share gets an address that holds the text.
/// </remarks>
[IgnoreAntiforgeryToken] // Asking changes nothing, and the question stands on pages that everyone shares from the cache.
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest, ValueLengthLimit = TextLength * 4)]
[ResponseCache(NoStore = true)]
[OutputCache(NoStore = true)]
internal sealed class IndexModel(AnswerPlan answer, IOrganisations organisations, PostLimit limit) : PageModel
{
    public const int TextLength = 1_000_000;

    /// <summary>What stands in the field for the order when each match must stay at its own place.</summary>
    public const string OwnOrder = "woorden";

    // Room far above the 5 MB for a plan, so that a report full of photos gets a message on the page, with the text kept.
    private const int MaxRequest = 100 << 20;

    // The names stand in addresses that people share, so they are Dutch.
    [BindProperty(SupportsGet = true, Name = "tekst")]
    public string? Text { get; set; }

    [BindProperty(Name = "bestand")]
    public IFormFile? Document { get; set; }

    /// <summary>A code or name of a municipality.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    [MaxLength(100, ErrorMessage = "Kies een gemeente uit de lijst.")]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true, Name = "volgorde")]
    public string? Order { get; set; }

    public Municipality? Municipality { get; private set; }

    public PlanAnswer? Answer { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ChooseMunicipality();
        // Who works for a municipality need not choose it again.
        if (Chosen is null && CurrentPerson.Of(User)?.Organisation is { } own)
            Municipality = organisations.FindMunicipality(own);
        return string.IsNullOrWhiteSpace(Text) ? Task.FromResult<IActionResult>(Page()) : AnswerAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ChooseMunicipality();
        if (!limit.Allows(HttpContext))
        {
            ModelState.AddModelError("", "Je kijkt veel achter elkaar. Wacht een minuut en probeer het dan nog eens. Je tekst staat er nog.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        await AddFileAsync(cancellation);
        if (string.IsNullOrWhiteSpace(Text) && ModelState.IsValid)
            ModelState.AddModelError("tekst", "Schrijf wat je wilt gaan doen, of kies een bestand.");
        return await AnswerAsync(cancellation);
    }

    private async Task<IActionResult> AnswerAsync(CancellationToken cancellation)
    {
        if (Text?.Length > TextLength)
            ModelState.AddModelError("tekst", "Je tekst is te lang. Plak hoogstens 1 miljoen tekens.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Answer = await answer.RunAsync(Text ?? "", Municipality, User, Order == OwnOrder, cancellation);
        return Page();
    }

    private void ChooseMunicipality()
    {
        if (ModelState.ErrorCount > 0)
            return;
        Municipality = answer.Municipality(Chosen, out var isUnknown);
        if (isUnknown)
            ModelState.AddModelError("gemeente", "Kies een gemeente uit de lijst.");
    }

    // The text of the file joins what was typed, so that nothing is lost when somebody gives both.
    private async Task AddFileAsync(CancellationToken cancellation)
    {
        if (Document is not { Length: > 0 })
            return;
        try
        {
            await using var stream = Document.OpenReadStream();
            var read = await PlanDocument.ReadAsync(stream, Document.FileName, cancellation);
            Text = string.IsNullOrWhiteSpace(Text) ? read.Trim() : $"{Text.Trim()}\n\n{read.Trim()}";
            ModelState.Remove("tekst"); // The field shows the joined text, not just what was posted in it.
        }
        catch (RuleViolation broken)
        {
            ModelState.AddModelError("bestand", broken.Message);
        }
    }
}
