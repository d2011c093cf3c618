using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations.Directory;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>Lets a municipality take part in a joint body from a day on, or ends that.</summary>
internal sealed class ChangeMembers(OrganisationsDb db, OrganisationDirectory directory, Words words)
{
    /// <summary>Lets it take part.</summary>
    /// <exception cref="RuleViolation">It does not exist on that day, or takes part already.</exception>
    public async Task JoinAsync(OrganisationId jointBody, Municipality municipality, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        if (!municipality.ExistsOn(on))
            throw new RuleViolation("On", words["{0} bestaat niet op die dag. Kies een andere dag of gemeente.", municipality.Name]);
        if (await db.Members.AnyAsync(
            each => each.JointBody == jointBody && each.Municipality == municipality.Id
                && (each.ValidUntil == null || (each.ValidUntil > on && each.ValidUntil > each.ValidFrom)), cancellation))
            throw new RuleViolation("Municipality", words["{0} doet al mee.", municipality.Name]);
        db.Members.Add(JointBodyMember.Of(jointBody, municipality.Id, on));
        db.Record(new MunicipalityTookPart(jointBody, municipality.Id, on), actor);
        await SaveAsync(cancellation);
    }

    /// <summary>Ends it.</summary>
    /// <param name="jointBody">The joint body.</param>
    /// <param name="municipality">The municipality.</param>
    /// <param name="on">First day on which it no longer takes part.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RuleViolation">It does not take part, or began later.</exception>
    public async Task LeaveAsync(OrganisationId jointBody, Municipality municipality, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var rows = await db.Members.Where(each => each.JointBody == jointBody && each.Municipality == municipality.Id
            && (each.ValidUntil == null || each.ValidUntil > on)).ToListAsync(cancellation);
        if (rows.Count == 0)
            throw new RuleViolation("Municipality", words["{0} doet dan niet mee.", municipality.Name]);
        rows.ForEach(each => each.End(on));
        db.Record(new MunicipalityLeft(jointBody, municipality.Id, on), actor);
        await SaveAsync(cancellation);
    }

    // This node knows it at once, so that the page after it is right; others hear it from the ledger.
    private async Task SaveAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await directory.LoadAsync(cancellation);
    }
}
