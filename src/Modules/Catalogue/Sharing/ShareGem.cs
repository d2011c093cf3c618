using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Import;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Tips;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>Makes a draft public, and takes that back as long as nobody else relies on it.</summary>
internal sealed class ShareGem(CatalogueDb db, TipMails mails, IAdoption adoption, IOrganisations organisations)
{
    /// <summary>Shares a draft. What was taken back before comes back at its own address.</summary>
    public async Task<SolutionId> ShareAsync(Draft draft, CurrentPerson writer, CancellationToken cancellation)
    {
        var form = draft.Form;
        if (form.Wrong() is [var wrong, ..])
            throw new RuleViolation("", wrong.ErrorMessage!);
        if (!string.IsNullOrEmpty(form.Theme) && !await db.Themes.AnyAsync(theme => theme.Label == form.Theme, cancellation))
            throw new RuleViolation("Theme", "Kies een thema uit de lijst.");

        var today = organisations.Today;
        var content = form.ToContent(writer.Organisation!.Value, today.Year);
        var solution = draft.Solution is { } earlier
            ? await db.Solutions.SingleAsync(each => each.Id == earlier, cancellation)
            : await AddAsync(content, today, cancellation);
        if (draft.Solution is not null)
            solution.ShareAgain(content, today);
        // Somebody else's name is only a name: whose account that is, only that person can say.
        if (content.Steward!.Name == writer.Name)
            solution.LookAfter(writer.Id);
        if (draft.Solution is not null)
            await ThankAsync(solution, today, cancellation);
        await TellApartAsync(solution.Id, form, today, cancellation);
        draft.ShareAs(solution.Id, writer.Session);
        db.Record(new SolutionShared(solution.Id, solution.Title, solution.Stage), writer.Actor);
        await db.SaveChangesAsync(cancellation);
        return solution.Id;
    }

    /// <summary>Whether sharing can still be undone: in the same session, while nobody else uses it.</summary>
    public bool CanUndo(Draft draft, CurrentPerson writer) => draft is { SharedIn: { } session, Solution: { } solution }
        && session == writer.Session
        && !adoption.UsersOf(solution).Users.Any(user => user.User != writer.Organisation);

    /// <summary>Takes a solution off the wall; it is a draft again.</summary>
    public async Task UndoAsync(Draft draft, CurrentPerson writer, CancellationToken cancellation)
    {
        if (!CanUndo(draft, writer))
            throw new RuleViolation("", "Anderen zien of gebruiken dit pareltje al. Je kunt het wel archiveren.");
        var solution = await db.Solutions.SingleAsync(each => each.Id == draft.Solution, cancellation);
        solution.TakeBack();
        db.Relations.RemoveRange(await db.Relations.Where(relation => relation.From == solution.Id).ToListAsync(cancellation));
        db.Moments.RemoveRange(await db.Moments
            .Where(moment => moment.Solution == solution.Id && !EF.Functions.Like(moment.Text, GiveTip.Opening + "%")).ToListAsync(cancellation));
        if (await db.Tips.AnyAsync(tip => tip.Solution == solution.Id, cancellation))
            solution.ShowTip();
        draft.Reopen();
        db.Record(new SolutionTakenBack(solution.Id), writer.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Solution> AddAsync(SolutionContent content, DateOnly today, CancellationToken cancellation)
    {
        var slug = (await new FreeSlugs().TakeAsync(db, [content.Title], cancellation))[0];
        var solution = Solution.Share(slug, content, Stage.Gem, SolutionStatus.Published, today, today, isSample: false);
        db.Solutions.Add(solution);
        db.Slugs.Add(new(slug, solution.Id));
        return solution;
    }

    // What began as a tip thanks who gave it, each time it is shared: by mail once, and on the time line.
    private async Task ThankAsync(Solution solution, DateOnly today, CancellationToken cancellation)
    {
        if (await db.Tips.SingleOrDefaultAsync(each => each.Solution == solution.Id, cancellation) is not { } tip)
            return;
        db.Moments.Add(new(
            Guid.CreateVersion7(), solution.Id, today,
            $"{organisations.Find(tip.Municipality)?.Name} bevestigt: dit is van ons. Met dank aan {SolutionMoment.Name} voor de tip.", tip.Tipper));
        await mails.SharedAsync(tip, solution.Title, solution.Slug, cancellation);
    }

    // "Dit is anders, want …" shows from both sides as a variant, and the reason stands on the time line.
    private async Task TellApartAsync(SolutionId solution, GemForm form, DateOnly today, CancellationToken cancellation)
    {
        var reasons = form.Reasons.ToDictionary(each => each.Solution, each => each.Reason);
        var ids = reasons.Keys.ToList();
        var others = await db.Solutions.Where(each => ids.Contains(each.Id) && each.Status != SolutionStatus.Draft && each.Status != SolutionStatus.Merged && each.Id != solution)
            .Select(each => new { each.Id, each.Title }).ToListAsync(cancellation);
        if (others.Count > 0)
            db.Moments.Add(new(Guid.CreateVersion7(), solution, today, "Gedeeld op de muur."));
        foreach (var other in others)
        {
            db.Relations.Add(new(solution, RelationKind.VariantOf, other.Id));
            db.Moments.Add(new(Guid.CreateVersion7(), solution, today, $"Anders dan “{other.Title}”. {reasons[other.Id]}"));
        }
    }
}
