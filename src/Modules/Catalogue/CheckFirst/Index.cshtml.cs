using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
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
internal sealed class IndexModel(ICatalogue catalogue, IOrganisations organisations, Words words) : PageModel
{
    public const int TextLength = 1_000_000;

    // Room above the 5 MB for a plan, so that a file that is too large gets a message on the page with the text kept.
    private const int MaxRequest = 32 << 20, MaxMatches = 20, ShareableLength = 1_500;

    // The names stand in addresses that people share, so they are Dutch.
    [BindProperty(SupportsGet = true, Name = "tekst")]
    public string? Text { get; set; }

    [BindProperty(Name = "bestand")]
    public IFormFile? Document { get; set; }

    /// <summary>A code or name of a municipality.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    [MaxLength(100, ErrorMessage = "Kies een gemeente uit de lijst.")]
    public string? Chosen { get; set; }

    public Municipality? Municipality { get; private set; }

    public CheckReport? Report { get; private set; }

    public IReadOnlyList<FoundSolution> Strong { get; private set; } = [];

    public IReadOnlyList<FoundSolution> Weak { get; private set; } = [];

    /// <summary>The answer in one line: the h1 of the page.</summary>
    public string Answer => (Report, Strong.Count, Weak.Count) switch
    {
        (null, _, _) => words["Wat wil je gaan doen?"],
        (_, > 0, _) => words["Ja, dit bestaat al"],
        (_, _, > 0) => words["Er is iets dat erop lijkt"],
        _ => words["We vonden niets dat hierop lijkt"],
    };

    /// <summary>What was found, in a sentence.</summary>
    public string Lead => (Strong.Count, Weak.Count) switch
    {
        (var strong and > 0, _) => words.Count(
            strong, "We vonden 1 oplossing die sterk op jouw plan lijkt.", "We vonden {0} oplossingen die sterk op jouw plan lijken."),
        (_, var weak and > 0) => words.Count(
            weak, "We vonden 1 oplossing die een beetje op jouw plan lijkt.", "We vonden {0} oplossingen die een beetje op jouw plan lijken."),
        _ => words["Je bent misschien de eerste. Hieronder staat hoe je verder kunt."],
    };

    /// <summary>The address that holds the text, for who wants to share; null when the text is too long for one.</summary>
    public string? ShareAddress => Text is { Length: > 0 and <= ShareableLength }
        ? Url.Content("~/eerst-kijken") + QueryString.Create("tekst", Text)
            + (Municipality is null ? "" : $"&gemeente={Municipality.Code}")
        : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ChooseMunicipality();
        return string.IsNullOrWhiteSpace(Text) ? Task.FromResult<IActionResult>(Page()) : AnswerAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ChooseMunicipality();
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

        Report = await catalogue.CheckAsync(Text ?? "", Municipality?.Id, MaxMatches, cancellation);
        var isStrong = Report.Found.ToLookup(match => match.Strength >= FoundSolution.StrongFrom);
        (Strong, Weak) = ([.. isStrong[true]], [.. isStrong[false]]);
        return Page();
    }

    private void ChooseMunicipality()
    {
        if (string.IsNullOrEmpty(Chosen) || ModelState.ErrorCount > 0)
            return;
        var match = organisations.Match(Chosen, organisations.Today).Organisation;
        Municipality = match is null ? null : organisations.FindMunicipality(match.Id);
        if (Municipality is null)
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
