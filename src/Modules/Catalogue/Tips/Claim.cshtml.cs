using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Tips;

/// <summary>"Is dit van jullie?": yes, and it is a pareltje at once or a draft first; or no, with the reason.</summary>
internal sealed class ClaimModel(
    CatalogueDb db, AnswerTip answer, GiveTip give, ShareGem share, ISearch search, IAccounts accounts, IOrganisations organisations, Words words)
    : TipPage(db, organisations)
{
    protected override bool LimitsPosts => true;

    private const int MostChoices = 100, AlikeShown = 10;

    [BindProperty]
    public ClaimForm Form { get; set; } = new();

    /// <summary>Who gave the tip.</summary>
    public string Tipper { get; private set; } = "";

    /// <summary>The colleague who said yes and is writing; null when that is the reader or nobody.</summary>
    public string? Colleague { get; private set; }

    /// <summary>What it may have been shared as.</summary>
    public IReadOnlyList<Choice> Shared { get; private set; } = [];

    public void OnGet() => Form = new() { Title = Solution.Title, Promise = Solution.Promise };

    /// <summary>"Ja, dit is van ons": on the wall at once, with who says so as steward.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = Gem();
        if (form.Wrong() is [var wrong, ..])
            throw new RuleViolation(wrong.MemberNames.FirstOrDefault() ?? "", wrong.ErrorMessage!);
        var draft = await answer.ClaimAsync(Tip, form, Me, cancellation);
        await share.ShareAsync(draft, Me, cancellation);
        return RedirectToPage("/Sharing/Done", new { id = draft.Id });
    }

    /// <summary>"Maak er eerst een concept van".</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        var draft = await answer.ClaimAsync(Tip, Gem(), Me, cancellation);
        Tell(words["Het is van jullie. Maak het af en deel het. Tot dan blijft het een tip."], To("Undo"));
        return RedirectToPage("/Sharing/Index", new { id = draft.Id });
    }

    /// <summary>"Dit is niet van ons", or "dit is al gedeeld".</summary>
    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellation)
    {
        SolutionId? sharedAs = Guid.TryParse(Form.SharedAs, out var other) ? new(other) : null;
        await answer.RefuseAsync(Tip, Solution, Lines.Clean(Form.Reason), sharedAs, Me, cancellation);
        Tell(words["Dank je wel. De tip is van de muur. Wie hem gaf, krijgt bericht."], To("Undo"));
        return Redirect($"{Request.PathBase}/mijn");
    }

    /// <summary>"Maak ongedaan": the tip waits again.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        if (Tip.AnsweredBy != Me.Id)
            return NotFound();
        await give.ReopenAsync(Tip, Solution, Me, cancellation);
        Tell(words["De tip wacht weer op een antwoord."]);
        return RedirectToPage();
    }

    protected override IQueryable<Tip> Mine(IQueryable<Tip> tips) => tips.AnswerableBy(Me);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var names = await accounts.PeopleAsync([Tip.Tipper, Tip.AnsweredBy ?? Tip.Tipper], cancellation);
        Tipper = names.GetValueOrDefault(Tip.Tipper)?.Name ?? "";
        Colleague = Tip is { State: TipState.Claimed, AnsweredBy: { } by } && by != Me.Id ? names.GetValueOrDefault(by)?.Name : null;
        var alike = search.MoreLike(Solution.Id.Value, AlikeShown).Select(hit => new SolutionId(hit.Id)).ToList();
        var rows = await Db.Solutions
            .Where(each => (each.Origin == Tip.Municipality || alike.Contains(each.Id)) && each.Id != Solution.Id
                && each.Status != SolutionStatus.Draft && each.Status != SolutionStatus.Tip)
            .OrderBy(each => each.SortTitle).Take(MostChoices)
            .Select(each => new { each.Id, each.Title }).ToListAsync(cancellation);
        Shared = [.. rows.Select(row => new Choice(row.Id.ToString(), row.Title))];
    }

    private GemForm Gem() => new()
    {
        Title = Form.Title,
        Promise = Form.Promise,
        WhatWeDid = Form.WhatWeDid,
        Contact = Me.Name,
        Link = Solution.Links is [var link, ..] ? link.Url : null,
    };

    private string To(string handler) => Url.Page("/Tips/Claim", handler, new { id = Solution.Id.Value })!;
}

/// <summary>The answer of a municipality. Only what belongs to the pressed button must be filled in.</summary>
internal sealed class ClaimForm
{
    [StringLength(Solution.TitleLength, ErrorMessage = "Maak de titel korter: hoogstens 80 tekens.")]
    public string? Title { get; set; }

    [StringLength(Solution.PromiseLength, ErrorMessage = "Maak de zin korter: hoogstens 160 tekens.")]
    public string? Promise { get; set; }

    public string? WhatWeDid { get; set; }

    [StringLength(Tip.ReasonLength, ErrorMessage = "Maak je reden korter: hoogstens 500 tekens.")]
    public string? Reason { get; set; }

    public string? SharedAs { get; set; }
}
