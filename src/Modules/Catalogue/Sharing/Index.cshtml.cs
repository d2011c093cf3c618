using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>Deel een pareltje: writing it. Whatever button is pressed, what was typed is saved first.</summary>
/// <remarks>
/// Everyone may write; who is not signed in is asked to when something must be saved, and comes back to the text. So the
/// page checks the token of the form itself: a session that ended must not cost anybody the text.
/// </remarks>
[IgnoreAntiforgeryToken] // SaveFirstAsync checks it, and keeps the text when it is not right.
[RequestSizeLimit(MaxRequest)]
[EnableRateLimiting(PostLimit.WhileTyping)]
internal sealed class IndexModel(
    KeepDrafts drafts,
    WaitingText waiting,
    LookBeside beside,
    IAntiforgery antiforgery,
    ICatalogue catalogue,
    IAdoption adoption,
    IOrganisations organisations,
    IAuthorizationService authorization,
    Words words) : AlikeWays(catalogue, adoption, organisations, authorization, words)
{
    private const int MaxRequest = 1 << 20;
    private const string Autosave = "Autosave";

    private readonly IOrganisations organisations = organisations;
    private readonly Words words = words;

    [BindProperty]
    public GemForm Form { get; set; } = new();

    /// <summary>The draft as this window has it.</summary>
    public OpenDraft Open { get; private set; } = OpenDraft.Of(null);

    /// <summary>Who writes, if signed in.</summary>
    public CurrentPerson? Writer => CurrentPerson.Of(User);

    /// <summary>For whom it is written.</summary>
    public OrganisationSummary? Maker => Writer?.Organisation is { } id ? organisations.Find(id) : null;

    /// <summary>Whether the writer still needs an organisation, or a role there, to share.</summary>
    public bool NeedsRole { get; private set; }

    /// <summary>What another window saved in between.</summary>
    public GemForm? Other { get; private set; }

    public Beside Beside { get; private set; } = null!;

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && await SaveFirstAsync(context.HandlerMethod?.Name, HttpContext.RequestAborted) is { } answer)
            context.Result = answer;
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellation)
    {
        if (Writer is not { } writer)
            return id is null ? Page() : Challenge();
        if (await waiting.TakeAsync(HttpContext, writer, cancellation) is { } taken)
        {
            Tell(words["Je bent ingelogd. Je tekst is bewaard."]);
            return RedirectToPage(new { id = taken });
        }

        if (id is { } concept)
        {
            if (await drafts.FindAsync(concept, writer.Id, cancellation) is not { } draft)
                return NotFound();
            if (draft.SharedIn is not null || draft.ThrownAway is not null)
                return RedirectToPage(draft.SharedIn is null ? "/Sharing/Drafts" : "/Sharing/Done", draft.SharedIn is null ? null : new { id });
            (Form, Open) = (draft.Form, OpenDraft.Of(draft));
        }

        if (string.IsNullOrWhiteSpace(Form.Contact))
            Form.Contact = writer.Name;
        return Page();
    }

    /// <summary>"Bekijk en deel": on to the preview.</summary>
    public IActionResult OnPost() => RedirectToPage("/Sharing/Preview", new { id = Open.Concept });

    /// <summary>"Bewaar als concept".</summary>
    public IActionResult OnPostSave()
    {
        if (Open.Concept is null)
            return Page();
        Tell(words["Je concept is bewaard. Je vindt het op Mijn Parelmuur."]);
        return RedirectToPage(new { id = Open.Concept });
    }

    /// <summary>"Ververs het voorbeeld": the same page, with a new card and new alike solutions.</summary>
    public IActionResult OnPostRefresh() => Page();

    /// <summary>What the script saves while somebody types.</summary>
    public IActionResult OnPostAutosave() => new JsonResult(new { concept = Open.Concept, versie = Open.Version });

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        NeedsRole = Writer is not null && !await MayShareAsync();
        Themes = await beside.ThemesAsync(cancellation);
        Beside = await beside.OfAsync(Form, Writer?.Organisation, Request.PathBase, cancellation);
    }

    private async Task<IActionResult?> SaveFirstAsync(string? handler, CancellationToken cancellation)
    {
        // No form, or one that nobody could read: then nothing was typed either.
        if (!Request.HasFormContentType || HttpContext.Features.Get<IFormFeature>()?.Form is not { } sent)
            return BadRequest();
        Open = OpenDraft.Read(sent);
        Form.Different = Form.Different.Where(pair => Guid.TryParse(pair.Key, out _)).ToDictionary();
        if (!await IsFromThisSiteAsync())
            return handler == Autosave ? BadRequest()
                : await AgainAsync(StatusCodes.Status400BadRequest, "Je was een tijdje weg. Druk nog een keer op de knop. Je tekst staat er nog.");
        if (Writer is not { } writer)
            return handler == Autosave ? Unauthorized() : await SignInAsync(cancellation);
        if (await drafts.KeepAsync(writer, Open, Form, cancellation) is not { } kept)
            return NotFound();

        Open = Open with { Concept = kept.Concept, Version = kept.Version };
        if (kept.Other is null)
            return null;
        Other = kept.Other;
        return handler == Autosave ? new ConflictResult()
            : await AgainAsync(StatusCodes.Status409Conflict, "Je hebt dit concept intussen in een ander venster veranderd. Kies welke tekst je houdt.");
    }

    // Without a session there is nothing that another site could misuse, except to plant a text in this browser.
    private async Task<bool> IsFromThisSiteAsync() => Writer is null
        ? Request.Headers["Sec-Fetch-Site"] != "cross-site"
        : await antiforgery.IsRequestValidAsync(HttpContext);

    private async Task<IActionResult> SignInAsync(CancellationToken cancellation)
    {
        await waiting.KeepAsync(HttpContext, Open, Form, cancellation);
        return Challenge(new AuthenticationProperties { RedirectUri = Url.Page("/Sharing/Index", new { id = (Guid?)null }) });
    }

    private async Task<IActionResult> AgainAsync(int status, string message)
    {
        ModelState.Clear();
        ModelState.AddModelError("", message);
        Response.StatusCode = status;
        await PrepareAsync(HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>The version as the hidden field carries it.</summary>
    public string VersionText => Open.Version.ToString(CultureInfo.InvariantCulture);
}
