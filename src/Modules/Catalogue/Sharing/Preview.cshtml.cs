using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>The draft as others will see it, with what is alike; and the button that shares it.</summary>
internal sealed class PreviewModel(
    KeepDrafts drafts,
    ShareGem share,
    LookBeside beside,
    CatalogueDb db,
    TimeProvider time,
    ICatalogue catalogue,
    IAdoption adoption,
    IOrganisations organisations,
    IAuthorizationService authorization,
    Words words) : AlikeWays(catalogue, adoption, organisations, authorization, words)
{
    private readonly IOrganisations organisations = organisations;
    private readonly Words words = words;
    private Draft draft = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PreviewForm Form { get; set; } = new();

    public CurrentPerson Writer => Me;

    public string? Maker => organisations.Find(Me.Organisation!.Value)?.Name;

    public Beside Beside { get; private set; } = null!;

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    /// <summary>The version that is shown, so that nobody shares what they did not read.</summary>
    public string VersionText => draft.Version.ToString(CultureInfo.InvariantCulture);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await drafts.FindAsync(Id, Me.Id, HttpContext.RequestAborted) is not { } found)
            context.Result = NotFound();
        else if (found.SharedIn is not null)
            context.Result = RedirectToPage("/Sharing/Done", new { Id });
        else if (found.Form.Wrong().Count > 0)
            context.Result = RedirectToPage("/Sharing/Index", new { Id });
        else
        {
            draft = found;
            await base.OnPageHandlerExecutionAsync(context, next);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Request.Form[OpenDraft.VersionField] != VersionText)
            throw new RuleViolation("", "De tekst is intussen veranderd. Lees hem nog eens en deel hem dan.");
        draft.Take(WithAnswers(), Me.Id, time.GetUtcNow());
        try
        {
            await share.ShareAsync(draft, Me, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The button was pressed twice: the first press has shared it.
        }

        return RedirectToPage("/Sharing/Done", new { Id });
    }

    protected override async Task KeepAsync(CancellationToken cancellation)
    {
        draft.Take(WithAnswers(), Me.Id, time.GetUtcNow());
        db.Record(new DraftTaken(draft.Id), Me.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Themes = await beside.ThemesAsync(cancellation);
        Beside = await beside.OfAsync(WithAnswers(), Me.Organisation, Request.PathBase, cancellation);
        if (HttpMethods.IsGet(Request.Method))
            Form.Theme = string.IsNullOrEmpty(draft.Form.Theme) ? Beside.Theme : draft.Form.Theme;
    }

    private GemForm WithAnswers()
    {
        var form = draft.Form;
        if (HttpMethods.IsPost(Request.Method))
            form.Theme = Form.Theme;
        foreach (var (other, reason) in Form.Different.Where(pair => Guid.TryParse(pair.Key, out _)))
            form.Different[other] = reason;
        return form;
    }
}

/// <summary>What the preview asks beside the text.</summary>
internal sealed class PreviewForm
{
    public string? Theme { get; set; }

    public Dictionary<string, string?> Different { get; set; } = [];
}
