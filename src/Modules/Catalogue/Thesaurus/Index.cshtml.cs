using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Thesaurus;

/// <summary>For editors: words that mean the same, beside the searches that found nothing, with a look at what changes.</summary>
internal sealed class IndexModel(
    CatalogueDb db, IThesaurus thesaurus, ISearch search, KeptCards cards, IOrganisations organisations, Words words) : FormPage
{
    private const int MissedShown = 30, TitlesShown = 5;

    [BindProperty]
    public SynonymForm Form { get; set; } = new();

    /// <summary>Words of a search that found nothing, to begin with.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Sought { get; set; }

    /// <summary>The pair that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "paar")]
    public Guid? Changed { get; set; }

    public IReadOnlyList<SynonymPair> Pairs { get; private set; } = [];

    public IReadOnlyList<MissedLine> Missed { get; private set; } = [];

    /// <summary>What the pair would change, once that was asked.</summary>
    public IReadOnlyList<EffectLine>? Effects { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Form.From = Sought;
        if (Changed is { } id)
        {
            if (await FindAsync(id, cancellation) is not { Removed: null } pair)
                return NotFound();
            Form = new() { From = pair.From, To = pair.To, IsBroader = pair.IsBroader };
        }

        return Page();
    }

    /// <summary>"Bekijk wat er verandert" and "Bewaar", by the value of the button.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "doe")] string? what, CancellationToken cancellation)
    {
        var (from, to) = (Lines.Clean(Form.From), Lines.Clean(Form.To));
        var line = SynonymPair.LineOf(from, to, Form.IsBroader);
        if (thesaurus.Wrong(line) is { } message)
            throw new RuleViolation("", message);
        var pair = Changed is { } id ? await FindAsync(id, cancellation) : null;
        if (Changed is not null && pair is null)
            return NotFound();
        if (what == "bekijk")
        {
            Effects = await EffectsAsync(line, pair?.Line, cancellation);
            return Page();
        }

        var changed = pair?.Id ?? Guid.Empty;
        if (await db.Synonyms.AnyAsync(each => each.From == from && each.To == to && each.Removed == null && each.Id != changed, cancellation))
            throw new RuleViolation(nameof(SynonymForm.To), "Dit paar staat er al.");
        await SaveAsync(pair, from, to, line, cancellation);
        return RedirectToPage(new { paar = (Guid?)null });
    }

    /// <summary>"Haal weg".</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { Removed: null } pair)
            return NotFound();
        pair.Remove(organisations.Today);
        db.Record(new SynonymRemoved(pair.Id, pair.Line), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["“{0}” telt niet meer mee.", pair.Line], Url.Content($"~/redactie/synoniemen?handler=PutBack&id={pair.Id}"));
        return RedirectToPage();
    }

    /// <summary>"Maak ongedaan".</summary>
    public async Task<IActionResult> OnPostPutBackAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { Removed: not null } pair)
            return NotFound();
        pair.PutBack();
        db.Record(new SynonymPutBack(pair.Id, pair.Line), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["“{0}” telt weer mee.", pair.Line]);
        return RedirectToPage();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Pairs = await db.Synonyms.AsNoTracking().Where(pair => pair.Removed == null)
            .OrderBy(pair => pair.From).ThenBy(pair => pair.To).ToListAsync(cancellation);
        var missed = await db.MissedSearches.OrderByDescending(each => each.Times).ThenByDescending(each => each.LastOn).ThenBy(each => each.Text)
            .Take(MissedShown).ToListAsync(cancellation);
        Missed = [.. missed.Select(each => new MissedLine(each.Text, each.Times, each.LastOn, search.Find(new(each.Text) { Take = 0 }).Total))];
    }

    private async Task SaveAsync(SynonymPair? pair, string from, string to, string line, CancellationToken cancellation)
    {
        var today = organisations.Today;
        if (pair is null)
        {
            pair = new(Guid.CreateVersion7(), from, to, Form.IsBroader, today);
            db.Synonyms.Add(pair);
            db.Record(new SynonymAdded(pair.Id, line), Me.Actor);
            Tell(words["“{0}” telt nu mee bij het zoeken.", line], Url.Content($"~/redactie/synoniemen?handler=Remove&id={pair.Id}"));
        }
        else
        {
            db.Record(new SynonymChanged(pair.Id, line, pair.Line), Me.Actor);
            pair.Change(from, to, Form.IsBroader, today);
            Tell(words["“{0}” telt nu mee bij het zoeken.", line]);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<IReadOnlyList<EffectLine>> EffectsAsync(string line, string? before, CancellationToken cancellation)
    {
        var effects = thesaurus.Try(line, before);
        var titles = await cards.FindAsync(
            [.. effects.SelectMany(effect => effect.Gained.Take(TitlesShown).Concat(effect.Lost.Take(TitlesShown))).Distinct().Select(id => new SolutionId(id))], cancellation);
        return [.. effects.Select(effect => new EffectLine(effect.Name, effect.Before, effect.After, Named(effect.Gained), Named(effect.Lost)))];

        IReadOnlyList<SolutionCard> Named(IReadOnlyList<Guid> ids) =>
            [.. ids.Take(TitlesShown).Select(id => titles.GetValueOrDefault(new(id))).OfType<SolutionCard>()];
    }

    private Task<SynonymPair?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Synonyms.SingleOrDefaultAsync(pair => pair.Id == id, cancellation);
}

/// <summary>A pair as an editor fills it in.</summary>
internal sealed class SynonymForm
{
    private const string Signs = "Schrijf een woord of naam, zonder de tekens =, > en #.";

    [Required(ErrorMessage = "Vul het eerste woord in.")]
    [MaxLength(SynonymPair.NameLength, ErrorMessage = "Houd de naam korter: hoogstens 100 tekens.")]
    [RegularExpression(@"[^=>#\r\n]*", ErrorMessage = Signs)]
    public string? From { get; set; }

    [Required(ErrorMessage = "Vul het tweede woord in.")]
    [MaxLength(SynonymPair.NameLength, ErrorMessage = "Houd de naam korter: hoogstens 100 tekens.")]
    [RegularExpression(@"[^=>#\r\n]*", ErrorMessage = Signs)]
    public string? To { get; set; }

    public bool IsBroader { get; set; }
}

/// <summary>A search that found nothing.</summary>
/// <param name="Text">The words.</param>
/// <param name="Times">How often.</param>
/// <param name="LastOn">When last.</param>
/// <param name="Now">How many it finds today.</param>
internal sealed record MissedLine(string Text, int Times, DateOnly LastOn, int Now);

/// <summary>What a pair changes for one name.</summary>
internal sealed record EffectLine(string Name, int Before, int After, IReadOnlyList<SolutionCard> Gained, IReadOnlyList<SolutionCard> Lost);
