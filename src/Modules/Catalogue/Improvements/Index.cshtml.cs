using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Improvements;

/// <summary>What the people of one organisation made better, day by day; only they see it.</summary>
internal sealed class IndexModel(
    CatalogueDb db, ImprovementLines lines, IOrganisations organisations, SiteAddress site, TimeProvider time, Words words) : FormPage
{
    protected override bool LimitsPosts => true;

    public const int PageSize = 50;
    private const int MostInFile = 10_000;

    [BindProperty]
    public ImprovementForm Form { get; set; } = new();

    /// <summary>From 1, the latest first.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public string Organisation => organisations.Find(Me.Organisation!.Value)?.Name ?? "";

    public IReadOnlyList<ImprovementLine> Lines { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether the reader can still change a line.</summary>
    public bool MayChange(ImprovementLine line) => line.Person == Me.Id && time.GetUtcNow() - line.Written < Improvement.Changeable;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var improvement = Improvement.Write(Me.Organisation!.Value, Me.Id, Form.Text, organisations.Today, time.GetUtcNow());
        db.Improvements.Add(improvement);
        db.Record(new ImprovementWritten(improvement.Id), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Mooi. Je zin staat erbij, voor jou en je collega’s."], To("Remove", improvement.Id));
        return RedirectToPage();
    }

    /// <summary>"Haal weg".</summary>
    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, improvement =>
    {
        improvement.Remove(time.GetUtcNow());
        db.Record(new ImprovementRemoved(id), Me.Actor);
        Tell(words["Je zin is weg."], To("PutBack", id));
    }, cancellation);

    /// <summary>"Maak ongedaan", after that.</summary>
    public Task<IActionResult> OnPostPutBackAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, improvement =>
    {
        improvement.PutBack();
        db.Record(new ImprovementPutBack(id), Me.Actor);
        Tell(words["Je zin staat er weer."]);
    }, cancellation);

    /// <summary>"Maak er een pareltje van": a draft that begins with the sentence.</summary>
    public async Task<IActionResult> OnPostBecomeAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Improvements.SingleOrDefaultAsync(each => each.Id == id && each.Organisation == Me.Organisation, cancellation) is not { Removed: null } improvement)
            return NotFound();
        var earlier = await db.Drafts.SingleOrDefaultAsync(each => each.Id == improvement.Draft && each.ThrownAway == null, cancellation);
        if (earlier is not null && (earlier.Writer == Me.Id || earlier.SharedIn is not null))
            return earlier.Writer == Me.Id ? RedirectToPage("/Sharing/Index", new { id = earlier.Id }) : RedirectToPage();
        var draft = Draft.Start(Me.Id, FormOf(improvement.Text), Guid.Empty, time.GetUtcNow());
        db.Drafts.Add(draft);
        improvement.Become(draft.Id);
        db.Record(new DraftStarted(draft.Id), Me.Actor);
        db.Record(new ImprovementBecameDraft(id, draft.Id), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Je zin staat er al in. Vertel nu wat jullie deden."]);
        return RedirectToPage("/Sharing/Index", new { id = draft.Id });
    }

    /// <summary>The whole list, for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        var file = new StringBuilder(Csv.Line(words["Datum"], words["Wie"], words["Wat"], words["Pareltje"]));
        foreach (var line in await lines.OfAsync(Me.Organisation!.Value, 0, MostInFile, cancellation))
        {
            file.Append(Csv.Line(
                line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Name, line.Text,
                line.Gem is { } gem ? site.Of($"oplossingen/{gem.Slug}") : ""));
        }

        return File(Encoding.UTF8.GetBytes(file.ToString()), "text/csv; charset=utf-8", "verbeteringen.csv");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Number = Math.Clamp(Number, 1, PageNumber.Most);
        var found = await lines.OfAsync(Me.Organisation!.Value, (Number - 1) * PageSize, PageSize + 1, cancellation);
        (Lines, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Action<Improvement> change, CancellationToken cancellation)
    {
        var mine = Improvement.ChangeableBy(db.Improvements, Me, time.GetUtcNow());
        if (await mine.SingleOrDefaultAsync(each => each.Id == id, cancellation) is not { } improvement)
            return NotFound();
        change(improvement);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage();
    }

    private string To(string handler, Guid id) => Url.Page("/Improvements/Index", handler, new { id })!;

    // The sentence is the promise. As a title it is cut at a word, to be made shorter by the writer.
    private static GemForm FormOf(string sentence)
    {
        var title = sentence.TrimEnd('.');
        if (title.Length > Solution.TitleLength)
            title = title[..(title.LastIndexOf(' ', Solution.TitleLength) is > 0 and var end ? end : Solution.TitleLength)];
        return new() { Title = title, Promise = sentence };
    }
}

/// <summary>The one sentence.</summary>
internal sealed class ImprovementForm
{
    public string? Text { get; set; }
}
