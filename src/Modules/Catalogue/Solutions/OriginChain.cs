using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Something worth telling of a day.</summary>
internal sealed record DatedText(DateOnly Date, string Text);

/// <summary>The one time line of a solution: sharing, decisions and what else is worth telling, oldest first.</summary>
internal sealed class OriginChain(IOrganisations organisations, Words words)
{
    private const string Dutch = "nl";

    public IReadOnlyList<Moment> Of(
        SolutionDetails solution, IReadOnlyList<StageStep> decisions, IReadOnlyList<DatedText> moments, IReadOnlyList<UserOf> moved)
    {
        var told = moments.Select(moment => Told(moment, decisions.FirstOrDefault(step => step.Date == moment.Date)));
        var untold = decisions.Where(step => !moments.Any(moment => moment.Date == step.Date)).Select(Decided);
        // Whoever wrote something down for the first day has told that story better.
        IEnumerable<Moment> sharing = moments.Any(moment => moment.Date == solution.Shared)
            ? [] : [new(solution.Shared, new(words["Gedeeld op de muur."]))];
        return [.. sharing.Concat(told).Concat(untold).Concat(Reorganised(moved)).OrderBy(moment => moment.Date)];
    }

    // A reorganisation of municipalities that took a use along.
    private IEnumerable<Moment> Reorganised(IReadOnlyList<UserOf> moved) =>
        from user in moved
        let origin = user.Origin
        where origin is not null
        let now = organisations.Find(user.User)?.Name
        let before = organisations.Find(origin.Predecessor)?.Name
        where now is not null && before is not null
        select new Moment(origin.On, new(words["Herindeling: {0} gebruikt dit nu in plaats van {1}.", now, before]));

    // The first sentence is what happened; the rest is detail. A decision of that day is the same story.
    private Moment Told(DatedText moment, StageStep? step)
    {
        var end = moment.Text.IndexOf(". ", StringComparison.Ordinal);
        var (what, detail) = end < 0 ? (moment.Text, "") : (moment.Text[..(end + 1)], moment.Text[(end + 2)..]);
        if (step is not null)
            detail = string.Join(' ', new[] { detail, Evidence(step) }.Where(text => text.Length > 0));
        return new(moment.Date, new(what), detail.Length > 0 ? detail : null, Dutch);
    }

    private Moment Decided(StageStep step)
    {
        var what = step.Refused ? words["Besluit: nog niet naar de fase {0}.", words[step.To.Text()]]
            : step.From > step.To ? words["Terug naar de fase {0}.", words[step.To.Text()]]
            : words["Besluit: dit komt in de fase {0}.", words[step.To.Text()]];
        var detail = string.Join(' ', new[] { step.Body.Length > 0 ? step.Body.TrimEnd('.') + "." : "", step.Reason, Evidence(step) }
            .Where(text => text.Length > 0));
        return new(step.Date, new(what), detail.Length > 0 ? detail : null);
    }

    private string Evidence(StageStep step) => step.Evidence.Length > 0 ? words["Bewijs: {0}", step.Evidence] : "";
}
