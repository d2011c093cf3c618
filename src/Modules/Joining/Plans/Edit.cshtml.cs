using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Joining.Plans;

/// <summary>Write the step plan of a solution. Buttons arrange the list without saving; two who write at once lose nothing.</summary>
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
internal sealed class EditPlanModel(
    JoiningDb db, KeptPlan kept, WritePlan write, ICatalogue catalogue, ICatalogueImport import, IAccounts accounts, Words words) : FormPage
{
    private const int MaxRequest = 2 << 20, Attempts = 3;

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public SolutionCard Solution { get; private set; } = null!;

    private SolutionId Place { get; set; }

    /// <summary>The steps that somebody else changed too, as the other wrote them.</summary>
    public IReadOnlyList<PlanStep> Clashes { get; private set; } = [];

    /// <summary>Who saved in the meantime.</summary>
    public string Other { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await catalogue.FindEditableAsync((string)RouteData.Values["slug"]!, Me, HttpContext.RequestAborted) is not { } solution)
        {
            context.Result = NotFound();
            return;
        }

        (Solution, Place) = (solution, await kept.OfAsync(solution.Id, HttpContext.RequestAborted));
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task OnGetAsync([FromQuery(Name = "vanaf")] string? from, CancellationToken cancellation)
    {
        var latest = await LatestAsync(cancellation);
        var start = StepLine.Number(from) is { } number && number != latest?.Number ? await NumberedAsync(number, cancellation) : latest;
        Form = PlanForm.Of((start ?? latest)?.Steps ?? [], latest?.Number ?? 0);
        if (Form.Steps.Count == 0)
            Form.Arrange("erbij");
    }

    /// <summary>Saves, or does what another button says: see <see cref="PlanForm.Arrange"/>.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "doe")] string? act, CancellationToken cancellation)
    {
        if (act is null or "" or "bewaar")
            return await SaveAsync(cancellation);
        if (act == "lees")
            await ReadTableAsync(cancellation);
        else
            Forget(() => Form.Arrange(act));
        return Page();
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancellation)
    {
        await TakeTheirsAsync(cancellation);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var steps = ReadPlanForm.Steps(Form, ModelState.AddModelError);
            var latest = await LatestAsync(cancellation);
            if (!ModelState.IsValid)
                return Page();
            if ((latest?.Number ?? 0) != Form.Version)
            {
                steps = await MergeAsync(steps, latest?.Steps ?? [], cancellation);
                Forget(() => (Form.Version, Form.Choice) = (latest?.Number ?? 0, []));
                if (Clashes.Count > 0)
                    return await AskAsync(latest!, cancellation);
            }

            if (latest is not null && latest.Steps.Count == steps.Count && latest.Steps.Zip(steps).All(pair => pair.First.Id == pair.Second.Id && pair.First.SaysTheSameAs(pair.Second)))
                return Done("Er was niets veranderd.");
            if (await write.RunAsync(Place, Form.Version, steps, ReadPlanForm.OneLine(Form.Note), Me, cancellation) is not null)
                return Done("Het stappenplan staat erop.");
        }

        ModelState.AddModelError("", "Iemand anders bewaarde net ook. Probeer het nog eens; wat je schreef staat er nog.");
        return Page();
    }

    private RedirectResult Done(string saved)
    {
        Tell(words[saved]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}/stappenplan");
    }

    private async Task<IReadOnlyList<PlanStep>> MergeAsync(IReadOnlyList<PlanStep> own, IReadOnlyList<PlanStep> theirs, CancellationToken cancellation)
    {
        var start = await NumberedAsync(Form.Version, cancellation);
        var merged = PlanMerge.Of(start?.Steps ?? [], own, theirs);
        Clashes = merged.Clashes;
        Forget(() => Form.Show(merged.Steps));
        return merged.Steps;
    }

    private async Task<IActionResult> AskAsync(StepPlan latest, CancellationToken cancellation)
    {
        var people = latest.Person is { } person ? await accounts.PeopleAsync([person], cancellation) : null;
        Other = people?.Values.FirstOrDefault()?.Name ?? words["Iemand anders"];
        ModelState.AddModelError("", "Iemand anders veranderde dezelfde stap. Kies hieronder welke tekst blijft.");
        return Page();
    }

    // The writer chose what the other wrote.
    private async Task TakeTheirsAsync(CancellationToken cancellation)
    {
        var chosen = Form.Choice.Where(choice => choice.Value == PlanChoice.Theirs).Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0 || await NumberedAsync(Form.Version, cancellation) is not { } seen)
            return;
        var places = seen.Steps.ToDictionary(step => step.Id, step => Form.Kept.TakeWhile(line => line.Id != step.Id).Count() + 1);
        Forget(() => Form.Steps = [.. Form.Steps.Select(line =>
            chosen.Contains(line.Id.ToString()) && seen.Steps.FirstOrDefault(step => step.Id == line.Id) is { } theirs ? StepLine.Of(theirs, places) : line)]);
    }

    private async Task ReadTableAsync(CancellationToken cancellation)
    {
        if (await TableAsync(cancellation) is not { } rows)
            return;
        Forget(() =>
        {
            Form.Steps.RemoveAll(line => line is { Removed: false, IsEmpty: true });
            var (lines, faults) = PlanTable.Read(rows, Form.Kept.Count);
            Form.Steps.InsertRange(Form.Kept.Count, lines);
            Form.Pasted = null;
            foreach (var fault in faults)
                ModelState.AddModelError("", $"{words["Rij {0}", fault.Row]}{(fault.Column.Length > 0 ? ", " : "")}{fault.Column}: {words[fault.Message]}");
        });
    }

    // The rows that were pasted or sent; null when there are none, and then the form says why.
    private async Task<IReadOnlyList<TableRow>?> TableAsync(CancellationToken cancellation)
    {
        var text = Form.Pasted ?? "";
        if (Form.File is { Length: > 0 } file)
        {
            if (Path.GetExtension(file.FileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
                return await WorkbookAsync(file, cancellation);
            await using var content = file.OpenReadStream();
            text = await PlanTable.TextAsync(content, cancellation);
        }

        if (!string.IsNullOrWhiteSpace(text) && text.Length <= PlanTable.MostCharacters && !text.Contains('\0', StringComparison.Ordinal))
            return PlanTable.Rows(text);
        ModelState.AddModelError("Form.Pasted", "Plak een tabel, of kies een bestand van hoogstens 200.000 tekens.");
        return null;
    }

    private async Task<IReadOnlyList<TableRow>?> WorkbookAsync(IFormFile file, CancellationToken cancellation)
    {
        try
        {
            var rows = new List<TableRow>();
            await foreach (var row in import.RowsAsync(file, cancellation))
            {
                if (row.Fault is { } wrong)
                    return Unreadable($"{words["Rij {0}", row.Number]}: {words[wrong]}");
                rows.Add(new((int)row.Number, row.Cells));
                // One row of names and one too many: the table says what is wrong with that.
                if (rows.Count > PlanTable.MostRows + 1)
                    break;
            }

            return rows;
        }
        catch (ImportFault fault)
        {
            return Unreadable(fault.Message);
        }

        IReadOnlyList<TableRow>? Unreadable(string why)
        {
            ModelState.AddModelError("Form.File", why);
            return null;
        }
    }

    // What the form holds now counts, not what was typed.
    private void Forget(Action change)
    {
        ModelState.Clear();
        change();
    }

    private Task<StepPlan?> LatestAsync(CancellationToken cancellation) => db.StepPlans.AsNoTracking()
        .Where(plan => plan.Solution == Place).OrderByDescending(plan => plan.Number).FirstOrDefaultAsync(cancellation);

    private Task<StepPlan?> NumberedAsync(int number, CancellationToken cancellation) => db.StepPlans.AsNoTracking()
        .FirstOrDefaultAsync(plan => plan.Solution == Place && plan.Number == number, cancellation);
}

/// <summary>What a form posts about a step that two people changed.</summary>
internal static class PlanChoice
{
    public const string Theirs = "theirs", Own = "own";
}
