using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>Geef een tip: name what another municipality made. What is alike shows first; the second press gives the tip.</summary>
internal sealed class GiveModel(GiveTip give, LookBeside beside, IOrganisations organisations, Words words) : FormPage
{
    protected override bool LimitsPosts => true;

    [BindProperty]
    public TipForm Form { get; set; } = new();

    /// <summary>What is on the wall already and looks like it.</summary>
    public IReadOnlyList<AlikeSolution> Alike { get; private set; } = [];

    /// <summary>The alike solutions as the form remembers them.</summary>
    public string Seen => string.Join(',', Alike.Select(each => each.Id));

    public IEnumerable<Choice> Municipalities => organisations.Current.Select(each => new Choice(each.Slug, each.Name));

    /// <summary>A supplier sees what others share, and does not speak for them.</summary>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (organisations.Find(Me.Organisation!.Value)?.Kind != OrganisationKind.Supplier)
            return base.OnPageHandlerExecutionAsync(context, next);
        context.Result = NotFound();
        return Task.CompletedTask;
    }

    /// <summary>From the page of a municipality it is known already whose it is.</summary>
    public void OnGet([FromQuery(Name = "gemeente")] string? municipality) => Form.Municipality = municipality;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var maker = organisations.Current.FirstOrDefault(each => each.Slug == Form.Municipality)
            ?? throw new RuleViolation(nameof(TipForm.Municipality), "Kies een gemeente uit de lijst.");
        if (maker.Id == Me.Organisation)
            throw new RuleViolation(nameof(TipForm.Municipality), "Dit is je eigen gemeente. Deel het dan als pareltje.");
        var seen = (Form.Seen ?? "").Split(',');
        await LookAsync(cancellation);
        if (Alike.Any(each => !seen.Contains(each.Id.ToString())))
            return Page();
        var tip = await give.RunAsync(Form, maker.Id, Me, cancellation);
        var undo = Url.Page("/Tips/ChangeTip", "Withdraw", new { id = tip.Solution.Value });
        Tell(tip.Asked is null
            ? words["Dank je wel. Je tip staat op de muur. Bij {0} doet nog niemand mee. Ken je daar iemand? Wijs hem of haar op Parelmuur.", maker.Name]
            : words["Dank je wel. Je tip staat op de muur. We vroegen {0} of het klopt.", maker.Name], undo);
        return Redirect($"{Request.PathBase}/mijn#tips");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Alike.Count == 0)
            await LookAsync(cancellation);
    }

    // Two sentences say little: only what really does the same is worth a second press.
    private async Task LookAsync(CancellationToken cancellation)
    {
        var form = new GemForm { Title = Form.Title, Promise = Form.Promise };
        var found = await beside.OfAsync(form, Me.Organisation, Request.PathBase, cancellation);
        Alike = [.. found.Alike.Where(each => each.Hit.Strength >= FoundSolution.StrongFrom)];
    }
}
