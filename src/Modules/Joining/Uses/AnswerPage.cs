using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>A table of uses with an answer per row: all of it is saved with one button, and undone with one.</summary>
[RequestFormLimits(ValueCountLimit = MostRows * 8)]
internal abstract class AnswerPage(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words) : FormPage
{
    /// <summary>How many uses fit one screen.</summary>
    public const int MostRows = 500;

    private IReadOnlyDictionary<Guid, OwnUse>? own;
    private IReadOnlyDictionary<SolutionId, SolutionCard> cards = new Dictionary<SolutionId, SolutionCard>();

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    /// <summary>What is asked, in the order of the rows of the form.</summary>
    public IReadOnlyList<AskedUse> Asked { get; private set; } = [];

    /// <summary>How many there are, also those that do not fit.</summary>
    public int Total { get; private set; }

    public string Organisation => Who is { } who ? organisations.Find(who.Organisation)?.Name ?? "" : "";

    /// <summary>The answer beside "klopt".</summary>
    public abstract UseAnswer Otherwise { get; }

    /// <summary>The day of today, as a form writes it: the latest that can be chosen.</summary>
    public string LatestDay => AnswerRow.Value(Today)!;

    /// <summary>For whom the person answers; null when the person may not.</summary>
    protected abstract Answerer? Who { get; }

    protected Words Words => words;

    protected DateOnly Today => organisations.Today;

    /// <summary>What is asked about here.</summary>
    protected abstract ToAnswer AsksFor { get; }

    /// <summary>Whether this use is asked about here.</summary>
    protected abstract bool Asks(OwnUse use);

    /// <summary>The path that undoes these answers.</summary>
    protected abstract string UndoPath(Guid batch);

    /// <summary>Which uses come first; by title where that says nothing.</summary>
    protected abstract IComparable FirstBy(OwnUse use);

    /// <summary>Saves the answers.</summary>
    /// <param name="all">The answer where nothing was chosen, when the button for all was pressed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? all, CancellationToken cancellation)
    {
        if (Who is not { } who)
            return Page();
        var mine = await OwnAsync(who, cancellation);
        UseAnswer? rest = Enum.TryParse<UseAnswer>(all, out var answer) && answer is UseAnswer.Confirm ? answer : null;
        Form.Rows = [.. Form.Rows.Where(row => mine.ContainsKey(row.Solution)).DistinctBy(row => row.Solution)];
        var (places, decisions) = (new List<int>(), new List<UseDecision>());
        foreach (var (place, row) in Form.Rows.Index())
        {
            if (row.ToDecision(rest) is not { } decision || (decision.Answer != UseAnswer.Confirm && decision.Answer != Otherwise))
                continue;
            places.Add(place);
            decisions.Add(decision);
        }

        var outcomes = await adoption.DecideAsync(who.Organisation, decisions, Form.Batch, confirms: true, Today, who.Actor, cancellation);
        List<(int, UseOutcome)> wrong = [.. outcomes.Index().Where(each => each.Item.Trouble is not null)];
        cards = await catalogue.CardsAsync([.. wrong.Select(each => decisions[each.Item1].Solution)], cancellation);
        foreach (var (at, outcome) in wrong)
        {
            ModelState.AddModelError(
                $"Form.Rows[{places[at]}].{(outcome.Field.Length > 0 ? outcome.Field : nameof(AnswerRow.Answer))}",
                $"{cards.GetValueOrDefault(decisions[at].Solution)?.Title}: {words[outcome.Trouble!]}");
        }

        if (wrong.Exists(each => each.Item2.Clashes))
        {
            // The rows show what the others made of them, so saving again is meant.
            own = null;
            var now = await OwnAsync(who, cancellation);
            foreach (var row in wrong.Where(each => each.Item2.Clashes).Select(each => Form.Rows[places[each.Item1]]))
                row.Seen = now.GetValueOrDefault(row.Solution)?.Seen ?? row.Seen;
        }

        if (!ModelState.IsValid)
            return Page();
        Say(outcomes.Count(outcome => outcome.Changed), decisions.Count);
        return Redirect(Request.PathBase + Request.Path + Request.QueryString);
    }

    /// <summary>"Maak ongedaan".</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid batch, CancellationToken cancellation)
    {
        if (Who is not { } who)
            return Page();
        var undone = await adoption.UndoAsync(who.Organisation, batch, Today, who.Actor, cancellation);
        Tell(undone == 0
            ? words["Er viel niets meer ongedaan te maken."]
            : words.Count(undone, "1 antwoord is teruggedraaid.", "{0} antwoorden zijn teruggedraaid."));
        return Redirect(Request.PathBase + Request.Path);
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Who is not { } who)
            return;
        var mine = await OwnAsync(who, cancellation);
        cards = await catalogue.CardsAsync([.. mine.Values.Select(use => use.Solution)], cancellation);
        if (ModelState.IsValid)
        {
            List<OwnUse> asked = [.. mine.Values.Where(use => cards.ContainsKey(use.Solution) && Asks(use))
                .OrderBy(FirstBy).ThenBy(use => cards[use.Solution].Title, StringComparer.CurrentCultureIgnoreCase)];
            Total = asked.Count;
            Form = AnswerForm.Of(asked.Take(MostRows));
        }

        Form.Rows = [.. Form.Rows.Where(row => mine.ContainsKey(row.Solution))];
        Total = Math.Max(Total, Form.Rows.Count);
        Asked = [.. Form.Rows.Select(row => new AskedUse(mine[row.Solution], cards.GetValueOrDefault(new(row.Solution))))];
    }

    /// <summary>The uses that must be answered, or all of them when answers were sent: a colleague may have answered meanwhile. Read once.</summary>
    protected async Task<IReadOnlyDictionary<Guid, OwnUse>> OwnAsync(Answerer who, CancellationToken cancellation) =>
        own ??= (HttpMethods.IsPost(Request.Method)
            ? await adoption.OwnUsesAsync(who.Organisation, cancellation)
            : await adoption.OwnUsesToAnswerAsync(who.Organisation, AsksFor, Today.AddMonths(StillTrueModel.MonthsAhead), cancellation)).ToDictionary(use => use.Solution.Value);

    /// <summary>How many uses others state, of solutions that people can look at, wait for an answer.</summary>
    protected async Task<int> WaitingAsync(Answerer who, CancellationToken cancellation)
    {
        var stated = await adoption.OwnUsesToAnswerAsync(who.Organisation, ToAnswer.Claims, Today, cancellation);
        var onTheSite = await catalogue.CardsAsync([.. stated.Select(use => use.Solution)], cancellation);
        return stated.Count(use => use.Waits && onTheSite.ContainsKey(use.Solution));
    }

    private void Say(int changed, int given)
    {
        if (changed > 0)
            Tell(words.Count(changed, "1 antwoord is bewaard.", "{0} antwoorden zijn bewaard."), UndoPath(Form.Batch));
        else if (given > 0)
            Tell(words["Dat stond er al zo."]);
        else
            Tell(words["Je koos nog niets."]);
    }
}

/// <summary>A use to answer about.</summary>
/// <param name="Use">The use.</param>
/// <param name="Card">The solution; null when it is no longer on the site.</param>
internal sealed record AskedUse(OwnUse Use, SolutionCard? Card);
