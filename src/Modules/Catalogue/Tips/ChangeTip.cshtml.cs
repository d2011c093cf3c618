using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>Change a tip, name another municipality, or take it back. For who gave it, and for editors.</summary>
internal sealed class ChangeTipModel(CatalogueDb db, GiveTip give, IOrganisations organisations, Words words) : TipPage(db, organisations)
{
    protected override bool LimitsPosts => true;

    private readonly IOrganisations organisations = organisations;

    [BindProperty]
    public TipForm Form { get; set; } = new();

    public IEnumerable<Choice> Municipalities => organisations.Current.Select(each => new Choice(each.Slug, each.Name));

    public IActionResult OnGet()
    {
        if (Tip.State == TipState.SharedAlready)
            return NotFound();
        Form = TipForm.Of(Tip, Solution, organisations.Find(Tip.Municipality)?.Slug ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var maker = organisations.Current.FirstOrDefault(each => each.Slug == Form.Municipality)
            ?? throw new RuleViolation(nameof(TipForm.Municipality), "Kies een gemeente uit de lijst.");
        await give.ChangeAsync(Tip, Solution, Form, maker.Id, Me, cancellation);
        Tell(Tip.Asked is null
            ? words["Je tip is veranderd. Bij {0} doet nog niemand mee.", maker.Name]
            : words["Je tip is veranderd. {0} weet ervan.", maker.Name]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    /// <summary>"Trek de tip in".</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        await give.WithdrawAsync(Tip, Solution, Me, cancellation);
        Tell(words["De tip is ingetrokken."], Url.Page("/Tips/ChangeTip", "PutBack", new { id = Solution.Id.Value }));
        return Redirect($"{Request.PathBase}/mijn");
    }

    /// <summary>"Maak ongedaan", after that.</summary>
    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellation)
    {
        if (Tip.State != TipState.Withdrawn)
            return NotFound();
        await give.ReopenAsync(Tip, Solution, Me, cancellation);
        Tell(words["De tip staat er weer."]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    protected override IQueryable<Tip> Mine(IQueryable<Tip> tips) => tips.ChangeableBy(Me);
}
