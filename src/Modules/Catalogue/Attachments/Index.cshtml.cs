using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Attachments;

/// <summary>Bijlagen: add, describe, order, replace and remove the files of a solution.</summary>
/// <remarks>
/// Whatever is right is saved, also beside something that is not: a browser does not send a chosen file twice.
/// </remarks>
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
internal sealed class IndexModel(CatalogueDb db, AttachFiles attach, Words words) : StewardshipPage(db)
{
    // Room for several large files at once, and for one that is too large to get a message about it.
    private const int MaxRequest = 100 << 20;

    private readonly List<string> troubles = [];

    [BindProperty]
    public AttachmentsForm Form { get; set; } = new();

    protected override bool LimitsPosts => true;

    public IReadOnlyList<Attachment> Files => Solution.Attachments;

    /// <summary>The places to choose from.</summary>
    public IEnumerable<Choice> Places => Enumerable.Range(1, Files.Count)
        .Select(place => place.ToString(CultureInfo.InvariantCulture)).Select(place => new Choice(place, place));

    public void OnGet() => Form = AttachmentsForm.Of(Files);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var replaced = new Dictionary<Guid, Attachment>();
        foreach (var line in Form.Files.Where(line => line is { Replacement: not null, Remove: false }))
        {
            if (Files.Any(file => file.File.Value == line.File) && await StoreAsync(line.Replacement!, cancellation) is { } file)
                replaced[line.File] = file;
        }

        List<Attachment> added = [];
        foreach (var sent in Form.New)
        {
            if (await StoreAsync(sent, cancellation) is { } file)
                added.Add(file);
        }

        var before = await attach.RunAsync(Solution, files => Form.Apply(files, replaced, added), Me, cancellation);
        Reread(await Db.Solutions.FindAsync([Solution.Id], cancellation) ?? Solution);
        var known = Form.Files.Where(line => !line.Remove).DistinctBy(line => line.File)
            .ToDictionary(line => replaced.GetValueOrDefault(line.File)?.File.Value ?? line.File);
        Form = AttachmentsForm.Of(Files);
        ModelState.Clear();
        if (troubles.Count > 0)
            ModelState.AddModelError("Form.New", string.Join(" ", troubles) + AlsoAdded(added));
        CheckDescriptions(known);
        return ModelState.IsValid ? Done(before) : Page();
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.EditableBy(Me);

    protected override Task PrepareAsync(CancellationToken cancellation)
    {
        // After an error the lines are those of the files as they are now, with what was typed about them.
        if (Form.Files.Count != Files.Count || Form.Files.Zip(Files).Any(pair => pair.First.File != pair.Second.File.Value))
            Form = AttachmentsForm.Of(Files);
        return Task.CompletedTask;
    }

    private async Task<Attachment?> StoreAsync(IFormFile sent, CancellationToken cancellation)
    {
        try
        {
            await using var content = sent.OpenReadStream();
            return await attach.StoreAsync(Solution.Id, sent.FileName, content, cancellation);
        }
        catch (RuleViolation broken)
        {
            troubles.Add($"{Path.GetFileName(sent.FileName)}: {words[broken.Message]}");
            return null;
        }
    }

    private RedirectResult Done(int? before)
    {
        var waiting = Files.Count(file => !file.IsShown);
        if (before is null)
            Tell(words["Er was niets veranderd."]);
        else if (waiting > 0)
            Tell(words.Count(waiting, "De bestanden staan erbij. Beschrijf nog 1 afbeelding.", "De bestanden staan erbij. Beschrijf nog {0} afbeeldingen."), PathOf($"/geschiedenis/{before}"));
        else
            Tell(words["De bijlagen zijn bewaard."], PathOf($"/geschiedenis/{before}"));
        return Redirect(PathOf("/bijlagen"));
    }

    private string AlsoAdded(List<Attachment> added) =>
        added.Count == 0 ? "" : " " + words["Wel toegevoegd: {0}.", string.Join(", ", added.Select(file => file.Name))];

    // A new image may wait for its description; of one that the form showed it is asked now.
    private void CheckDescriptions(Dictionary<Guid, AttachmentLine> known)
    {
        foreach (var (place, file) in Files.Index())
        {
            if (!file.IsImage || !known.TryGetValue(file.File.Value, out var line))
                continue;
            if (!line.Fits)
            {
                Form.Files[place].Alt = line.Alt;
                ModelState.AddModelError($"Form.Files[{place}].Alt", "Maak de beschrijving korter: hoogstens 300 tekens.");
            }
            else if (!file.IsShown)
            {
                ModelState.AddModelError($"Form.Files[{place}].Alt", words["Beschrijf wat er te zien is op {0}.", file.Name]);
            }
        }
    }
}
