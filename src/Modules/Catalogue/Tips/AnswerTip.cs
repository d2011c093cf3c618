using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Tips;

/// <summary>What a municipality says to a tip: yes, and it becomes a draft of who says so; or no, with the reason.</summary>
internal sealed class AnswerTip(CatalogueDb db, TipMails mails, TimeProvider time)
{
    /// <summary>"Ja, dit is van ons". The tip stays on the wall until the draft is shared at its address.</summary>
    /// <returns>The draft, saved.</returns>
    public async Task<Draft> ClaimAsync(Tip tip, GemForm form, CurrentPerson person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        tip.Claim(person.Id, now);
        var draft = await db.Drafts.FirstOrDefaultAsync(
            each => each.Writer == person.Id && each.Solution == tip.Solution && each.SharedIn == null, cancellation);
        if (draft is null)
        {
            draft = Draft.Start(person.Id, form, Guid.Empty, now);
            draft.ContinueAs(tip.Solution);
            db.Drafts.Add(draft);
            db.Record(new DraftStarted(draft.Id), person.Actor);
        }
        else
        {
            draft.PutBack();
            draft.Take(form, person.Id, now);
        }

        db.Record(new TipClaimed(tip.Solution, tip.Municipality), person.Actor);
        await db.SaveChangesAsync(cancellation);
        return draft;
    }

    /// <summary>"Dit is niet van ons", or "dit is al gedeeld als …": then its address leads there.</summary>
    public async Task RefuseAsync(
        Tip tip, Solution solution, string reason, SolutionId? sharedAs, CurrentPerson person, CancellationToken cancellation)
    {
        if (sharedAs is { } other && !await db.Solutions.AnyAsync(
            each => each.Id == other && each.Status != SolutionStatus.Draft && each.Status != SolutionStatus.Tip, cancellation))
            throw new RuleViolation("SharedAs", "Kies een oplossing uit de lijst.");
        tip.Refuse(reason, sharedAs, person.Id, time.GetUtcNow());
        solution.HideTip();
        if (sharedAs is { } successor)
            (await db.Slugs.SingleAsync(each => each.Slug == solution.Slug, cancellation)).LeadTo(successor);

        db.Record(new TipRefused(tip.Solution, tip.Municipality, sharedAs), person.Actor);
        await mails.RefusedAsync(tip, solution.Title, solution.Slug, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
