using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Import;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>Puts a tip on the wall and asks its municipality; changes it and takes it back.</summary>
internal sealed class GiveTip(CatalogueDb db, TipMails mails, IOrganisations organisations, TimeProvider time)
{
    /// <summary>How the time line tells of a tip.</summary>
    public const string Opening = "Getipt door ";

    /// <summary>Gives a tip.</summary>
    public async Task<Tip> RunAsync(TipForm form, OrganisationId municipality, CurrentPerson tipper, CancellationToken cancellation)
    {
        var content = form.ToContent(municipality);
        var slug = (await new FreeSlugs().TakeAsync(db, [content.Title], cancellation))[0];
        var solution = Solution.Tip(slug, content, organisations.Today);
        var tip = Tip.Give(solution.Id, municipality, form.Place, tipper.Id, tipper.Organisation, time.GetUtcNow());
        db.Solutions.Add(solution);
        db.Slugs.Add(new(slug, solution.Id));
        db.Tips.Add(tip);
        db.Moments.Add(MomentOf(tip, solution.Shared));
        db.Record(new TipGiven(solution.Id, municipality), tipper.Actor);
        await mails.AskAsync(tip, solution.Title, tipper.Actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        return tip;
    }

    /// <summary>Says it in other words, or names another municipality; that one is asked anew. A refused tip waits again.</summary>
    public async Task ChangeAsync(Tip tip, Solution solution, TipForm form, OrganisationId municipality, CurrentPerson by, CancellationToken cancellation)
    {
        if (solution.Status == SolutionStatus.Draft)
            solution.ShowTip();
        solution.ChangeTip(form.ToContent(municipality));
        tip.Change(municipality, form.Place);
        await ForgetAsync(tip, cancellation);
        db.Moments.Add(MomentOf(tip, solution.Shared));
        db.Record(new TipChanged(tip.Solution, municipality), by.Actor);
        if (tip.Asked is null)
            await mails.AskAsync(tip, solution.Title, by.Actor, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes a tip off the wall.</summary>
    public async Task WithdrawAsync(Tip tip, Solution solution, CurrentPerson by, CancellationToken cancellation)
    {
        if (solution.Status == SolutionStatus.Tip)
            solution.HideTip();
        tip.Withdraw();
        db.Record(new TipWithdrawn(tip.Solution), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Undoes the last answer, or taking it back.</summary>
    public async Task ReopenAsync(Tip tip, Solution solution, CurrentPerson by, CancellationToken cancellation)
    {
        if (solution.Status == SolutionStatus.Draft)
            solution.ShowTip();
        foreach (var slug in await db.Slugs.Where(each => each.Slug == solution.Slug).ToListAsync(cancellation))
            slug.LeadTo(solution.Id);
        tip.Reopen();
        db.Record(new TipReopened(tip.Solution), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task ForgetAsync(Tip tip, CancellationToken cancellation) => db.Moments.RemoveRange(
        await db.Moments.Where(moment => moment.Solution == tip.Solution && moment.Person == tip.Tipper).ToListAsync(cancellation));

    private SolutionMoment MomentOf(Tip tip, DateOnly day)
    {
        var who = tip.TipperOrganisation is { } id && organisations.Find(id) is { } known ? $", {known.Name}" : "";
        var where = tip.Place.Length == 0 || TipForm.Address(tip.Place) is not null ? "" : $" Gezien: {tip.Place}";
        return new(Guid.CreateVersion7(), tip.Solution, day, $"{Opening}{SolutionMoment.Name}{who}.{where}", tip.Tipper);
    }
}
