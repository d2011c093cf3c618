using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Archiving;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stages;

/// <summary>Asks for a step, writes down what a body decided, and takes back what was written down by mistake.</summary>
internal sealed class DecideStage(CatalogueDb db, TellUsers tell, Words words, TimeProvider time)
{
    /// <summary>The request that waits for a solution; null when there is none.</summary>
    public Task<StageRequest?> WaitingAsync(SolutionId solution, CancellationToken cancellation) =>
        db.StageRequests.FirstOrDefaultAsync(request => request.Solution == solution && request.Closed == null, cancellation);

    /// <summary>Asks for the next step, or asks it again with other evidence.</summary>
    public async Task AskAsync(Solution solution, Stage to, string note, StageEvidence evidence, CurrentPerson by, CancellationToken cancellation)
    {
        if (await WaitingAsync(solution.Id, cancellation) is { } waiting && waiting.To == to)
            waiting.Again(note, evidence, time.GetUtcNow());
        else
            db.StageRequests.Add(StageRequest.Of(solution, to, note, evidence, by, time.GetUtcNow()));
        db.Record(new StageAsked(solution.Id, to), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes the question back.</summary>
    public async Task WithdrawAsync(StageRequest request, CurrentPerson by, CancellationToken cancellation)
    {
        request.Withdraw(time.GetUtcNow());
        db.Record(new StageRequestWithdrawn(request.Solution, request.To), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes down a decision. Who looks after the solution gets a mail.</summary>
    public async Task RunAsync(Solution solution, StageDecision decision, CurrentPerson by, CancellationToken cancellation)
    {
        solution.Take(decision);
        db.Decisions.Add(decision);
        (await WaitingAsync(solution.Id, cancellation))?.Decide(decision, time.GetUtcNow());
        db.Record(new StageDecided(solution.Id, decision.From!.Value, decision.To, decision.Refused), by.Actor);
        await tell.SendToCarersAsync([solution], by, name => (
            words["Besluit over {0}", solution.Title],
            words[
                decision.Refused
                    ? "Hallo {0},\n\n{1} besloot dat “{2}” nog niet naar de fase {3} gaat. De reden:\n\n{4}\n\n{5}"
                    : "Hallo {0},\n\n{1} besloot: “{2}” komt in de fase {3}. De reden:\n\n{4}\n\n{5}",
                name, decision.Body, solution.Title, words[decision.To.Text()], decision.Reason, tell.AddressOf(solution.Slug)]),
            cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes back what was written down by mistake; a question that it answered waits again.</summary>
    public async Task UndoAsync(Solution solution, StageDecision decision, CurrentPerson by, CancellationToken cancellation)
    {
        solution.TakeBack(decision);
        decision.Undo(time.GetUtcNow());
        (await db.StageRequests.FirstOrDefaultAsync(request => request.Decision == decision.Id, cancellation))?.Reopen();
        db.Record(new StageDecisionUndone(solution.Id, decision.To), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }
}
