using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Asks a person to look after a solution, and writes down the answer. Nobody gets it without saying yes.</summary>
internal sealed class HandOverSolution(
    CatalogueDb db, ReviseSolution revise, IAccounts accounts, IOrganisations organisations, SiteAddress site, Words words, TimeProvider time)
{
    /// <summary>Asks somebody, by mail and on the personal page. Who asks oneself says yes at once.</summary>
    /// <returns>Whether the person already has it.</returns>
    public async Task<bool> AskAsync(
        Solution solution, StewardRole role, PersonId person, OrganisationId? organisation, CurrentPerson by, CancellationToken cancellation)
    {
        await WithdrawAsync(solution, role, by, cancellation);
        var asked = Handover.Ask(solution.Id, role, person, organisation, by.Id, time.GetUtcNow());
        db.Handovers.Add(asked);
        db.Record(new StewardAsked(solution.Id, role.ToString(), person), by.Actor);
        if (person == by.Id)
        {
            await AcceptAsync(asked, solution, by, cancellation);
            return true;
        }

        if ((await accounts.MailAddressesAsync([person], cancellation)).TryGetValue(person, out var address))
        {
            db.Send(new Mail(address.Email, address.Name, words["Wil jij dit beheren: {0}", solution.Title], words[
                "Hallo {0},\n\n{1} vraagt of jij wilt zorgen voor {2}. Een beheerder houdt de tekst bij en beantwoordt vragen. Zeg hier ja of nee:\n\n{3}",
                address.Name, by.Name, solution.Title, site.Of($"beheer-vragen/{asked.Id}")]));
        }

        await db.SaveChangesAsync(cancellation);
        return false;
    }

    /// <summary>The person says yes: from now on it is theirs.</summary>
    public async Task AcceptAsync(Handover asked, Solution solution, CurrentPerson person, CancellationToken cancellation)
    {
        var before = SolutionVersion.Before(solution);
        var shown = new Contact(person.Name, "", asked.Organisation);
        if (asked.Role == StewardRole.Steward)
            solution.GiveTo(person.Id, shown);
        else
            solution.GiveDeputyTo(person.Id, shown);
        await revise.KeepAsync(solution, before, [asked.Role.ToString()], person, cancellation);
        await EndAsync(asked, HandoverState.Accepted, person, cancellation);
    }

    /// <summary>The person says no, or the question is taken back.</summary>
    public async Task EndAsync(Handover asked, HandoverState state, CurrentPerson by, CancellationToken cancellation)
    {
        asked.End(state, time.GetUtcNow());
        db.Record(new StewardAnswered(asked.Solution, asked.Role.ToString(), asked.Person, state.ToString()), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A steward or deputy lays it down.</summary>
    public async Task LeaveAsync(Solution solution, CurrentPerson person, CancellationToken cancellation)
    {
        var role = solution.StewardPerson == person.Id ? StewardRole.Steward : StewardRole.Deputy;
        var before = SolutionVersion.Before(solution);
        solution.LeftBy(person.Id, organisations.Today);
        await revise.KeepAsync(solution, before, [role.ToString()], person, cancellation);
        db.Record(new StewardLeft(solution.Id, role.ToString()), person.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    // One question at a time: a new one takes the place of the one that waits.
    private async Task WithdrawAsync(Solution solution, StewardRole role, CurrentPerson by, CancellationToken cancellation)
    {
        var waiting = await db.Handovers
            .Where(each => each.Solution == solution.Id && each.Role == role && each.State == HandoverState.Asked).ToListAsync(cancellation);
        foreach (var each in waiting)
        {
            each.End(HandoverState.Withdrawn, time.GetUtcNow());
            db.Record(new StewardAnswered(solution.Id, role.ToString(), each.Person, nameof(HandoverState.Withdrawn)), by.Actor);
        }
    }
}
