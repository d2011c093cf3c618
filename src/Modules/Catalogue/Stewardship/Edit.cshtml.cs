using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Change everything that is written about a solution. Two who edit at once lose nothing.</summary>
internal sealed class EditModel(
    CatalogueDb db, ReviseSolution revise, IOrganisations organisations, IAccounts accounts, ThemeNames themes, Words words)
    : StewardshipPage(db)
{
    [BindProperty]
    public EditForm Form { get; set; } = new();

    /// <summary>The parts that somebody else changed too, and must be chosen.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    /// <summary>Who saved in the meantime.</summary>
    public string Other { get; private set; } = "";

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    /// <summary>The municipalities, and what made it now when that is something else.</summary>
    public IEnumerable<Choice> Makers => organisations.Current.Select(each => each.Summary)
        .Concat(Solution.Origin is { } origin && organisations.Find(origin) is { } maker ? [maker] : [])
        .DistinctBy(each => each.Slug).Select(each => new Choice(each.Slug, each.Name));

    public static IEnumerable<Choice> Answers<T>(Func<T, string> say)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => new Choice(value.ToString(), say(value)));

    /// <summary>Who gave the answer that stands in the text now, to make something of; null when there is none.</summary>
    public string? AnswerOf { get; private set; }

    /// <summary>Shows what is written.</summary>
    /// <param name="answer">An answer to a question about it, to take over.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task OnGetAsync([FromQuery(Name = "antwoord")] Guid? answer, CancellationToken cancellation)
    {
        Form = EditForm.Of(Solution.Content(), Solution.Version, organisations);
        if (answer is not { } id || HttpContext.RequestServices.GetService<ISolutionAnswers>() is not { } answers
            || await answers.FindAsync(Solution.Id, id, cancellation) is not { } found)
            return;
        AnswerOf = found.Author;
        // The text of a solution is Dutch, whatever language its steward reads.
        Form.WhatWeDid = $"{Form.WhatWeDid}\n\nVraag: {found.Question}\n\nAntwoord van {found.Author}: {found.Text}";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Form.Version != Solution.Version && await HasClashesAsync(cancellation))
            return Page();
        TakeTheirs(EditForm.Of(Solution.Content(), Solution.Version, organisations));
        try
        {
            return Done(await revise.RunAsync(Solution, Form.To(Solution.Content(), organisations), Me, cancellation));
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody saved between reading and writing. What is stored is read anew, and compared with what was typed.
            Db.ChangeTracker.Clear();
            var now = await Db.Solutions.SingleAsync(each => each.Id == Solution.Id, cancellation);
            if (now.Version == Form.Version)
                throw;
            return await AgainOnAsync(now, cancellation);
        }
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.EditableBy(Me);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var labels = await Db.Themes.OrderBy(theme => theme.Label).Select(theme => theme.Label).ToListAsync(cancellation);
        Themes = [.. labels.Union(Solution.Themes, StringComparer.Ordinal).Select(label => new Choice(label, themes.OfLabel(label)))];
    }

    private RedirectResult Done(int? before)
    {
        if (before is { } number)
            Tell(words["Je wijziging staat erop."], PathOf($"/geschiedenis/{number}"));
        else
            Tell(words["Er was niets veranderd."]);
        return Redirect(PathOf());
    }

    private async Task<IActionResult> AgainOnAsync(Solution now, CancellationToken cancellation)
    {
        Reread(now);
        return await HasClashesAsync(cancellation) ? Page() : await OnPostAsync(cancellation);
    }

    // What only one of both changed is taken over; what both changed is shown twice.
    private async Task<bool> HasClashesAsync(CancellationToken cancellation)
    {
        var began = await Db.Versions.Where(version => version.Solution == Solution.Id && version.Number == Form.Version)
            .Select(version => version.Content).SingleOrDefaultAsync(cancellation);
        var start = began is null ? null : EditForm.Of(began, Form.Version, organisations);
        var theirs = EditForm.Of(Solution.Content(), Solution.Version, organisations);
        if (start is not null)
            TakeTheirs(start);
        Clashes = [.. Parts.All.Select(part => Merge(part, start, theirs)).OfType<Clash>()];
        Form.Version = theirs.Version;
        Form.Choice.Clear();
        foreach (var key in ModelState.Keys.Where(key => key == "Form.Version" || key.StartsWith("Form.Choice", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        if (Clashes.Count == 0)
            return false;
        await NameTheOtherAsync(cancellation);
        ModelState.AddModelError("", "Iemand anders veranderde hetzelfde. Kies hieronder per onderdeel welke tekst blijft.");
        return true;
    }

    private Clash? Merge(Part part, EditForm? start, EditForm theirs)
    {
        var (own, other, before) = (part.Of(Form), part.Of(theirs), start is null ? null : part.Of(start));
        if (own == other || other == before)
            return null;
        if (own != before)
            return new Clash(part, TextDifference.Of(part.Said(theirs, words), part.Said(Form, words)));
        Put(part, other);
        return null;
    }

    // The writer chose what the other wrote.
    private void TakeTheirs(EditForm theirs)
    {
        foreach (var part in Parts.All.Where(part => Form.Choice.GetValueOrDefault(part.Name) == Clash.Theirs))
            Put(part, part.Of(theirs));
    }

    private void Put(Part part, string text)
    {
        part.Set(Form, text);
        ModelState.Remove($"Form.{part.Name}");
    }

    private async Task NameTheOtherAsync(CancellationToken cancellation)
    {
        var last = await Db.Versions.Where(version => version.Solution == Solution.Id && version.Number == Solution.Version)
            .Select(version => version.Person).SingleOrDefaultAsync(cancellation);
        Other = last is { } person && (await accounts.PeopleAsync([person], cancellation)).TryGetValue(person, out var known)
            ? known.Name
            : words["een import"];
    }
}

/// <summary>A part that two people changed at once.</summary>
/// <param name="Part">The part.</param>
/// <param name="Difference">From what the other wrote to what this person typed.</param>
internal sealed record Clash(Part Part, TextDifference Difference)
{
    /// <summary>What a form posts.</summary>
    public const string Theirs = "theirs", Own = "own";
}
