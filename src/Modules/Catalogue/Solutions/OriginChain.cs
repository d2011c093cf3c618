using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>The one time line of a solution: sharing, decisions and what else is worth telling, oldest first.</summary>
internal sealed class OriginChain(Words words)
{
    private const string Dutch = "nl";

    public IReadOnlyList<Moment> Of(
        SolutionDetails solution, IReadOnlyList<StageStep> decisions, IReadOnlyList<(DateOnly Date, string Text)> moments)
    {
        var told = moments.Select(moment => Told(moment.Date, moment.Text));
        // Whoever wrote something down for the first day has told that story better.
        if (!moments.Any(moment => moment.Date == solution.Shared))
            told = told.Prepend(new Moment(solution.Shared, new(words["Gedeeld op de muur."])));
        return [.. told.Concat(decisions.Select(Decided)).OrderBy(moment => moment.Date)];
    }

    // The first sentence is what happened; the rest is detail.
    private static Moment Told(DateOnly date, string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0
            ? new(date, new(text), ContentLang: Dutch)
            : new(date, new(text[..(end + 1)]), text[(end + 2)..], Dutch);
    }

    private Moment Decided(StageStep step)
    {
        var what = step switch
        {
            { From: { } from } when from > step.To => words["Terug naar de fase {0}.", words[step.To.Text()]],
            _ => words["Besluit: dit komt in de fase {0}.", words[step.To.Text()]],
        };
        var detail = string.Join(' ', new[] { step.Body.Length > 0 ? step.Body.TrimEnd('.') + "." : "", step.Reason, Evidence(step) }
            .Where(text => text.Length > 0));
        return new(step.Date, new(what), detail.Length > 0 ? detail : null);
    }

    private string Evidence(StageStep step) => step.Evidence.Length > 0 ? words["Bewijs: {0}", step.Evidence] : "";
}
