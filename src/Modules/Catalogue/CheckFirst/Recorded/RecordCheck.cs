using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>Records what a municipality found and decided, with the matches as they are today.</summary>
internal sealed class RecordCheck(CatalogueDb db, IOrganisations organisations)
{
    /// <param name="text">The plan.</param>
    /// <param name="report">What was found for it today.</param>
    /// <param name="form">The decision.</param>
    /// <param name="later">Whether the decision comes later.</param>
    /// <param name="person">Who records it, for an organisation.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RecordedCheck> RunAsync(
        string text, CheckReport report, OutcomeForm form, bool later, CurrentPerson person, CancellationToken cancellation)
    {
        var today = organisations.Today;
        var check = RecordedCheck.Of(
            person.Organisation!.Value, person.Id, today, text, [.. report.Found.Select(found => KeptMatch.Of(found, organisations))]);
        var outcome = later ? CheckOutcome.Open : form.Required();
        check.Decide(outcome, form.Solution is { } solution ? new(solution) : null, form.Reason);
        db.Checks.Add(check);
        db.Record(new CheckRecorded(check.Id, outcome), person.Actor);
        foreach (var found in report.Found.Select(found => found.Card.Id))
        {
            if (Lines.Clean(form.Rejected.GetValueOrDefault($"{found}")) is not { Length: > 0 } reason)
                continue;
            db.Rejections.Add(Rejection.Of(check, found, today, reason));
            db.Record(new MatchRejected(check.Id, found), person.Actor);
        }

        await db.SaveChangesAsync(cancellation);
        return check;
    }
}
