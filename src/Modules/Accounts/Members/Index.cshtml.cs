using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Members;

/// <summary>The people of an organisation, for its coordinators: who waits, who is in, and which e-mail domains let in.</summary>
internal sealed class IndexModel(
    AccountsDb db, DecideMembership decide, IOrganisations organisations, TimeProvider time, Words words) : FormPage
{
    [BindProperty]
    public DomainForm Form { get; set; } = new();

    public string Organisation => organisations.Find(Here)?.Name ?? "";

    public PersonId Self => Me.Id;

    /// <summary>Who asks a role, oldest first.</summary>
    public IReadOnlyList<MemberRow> Waiting { get; private set; } = [];

    /// <summary>Who has a role, by name.</summary>
    public IReadOnlyList<MemberRow> Members { get; private set; } = [];

    /// <summary>Whose role ended so shortly ago that it can be undone.</summary>
    public IReadOnlyList<MemberRow> Ended { get; private set; } = [];

    /// <summary>The domains that let readers and contributors in.</summary>
    public IReadOnlyList<string> Domains { get; private set; } = [];

    private OrganisationId Here => Me.Organisation!.Value;

    /// <summary>Lets people with an e-mail domain in from now on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var domain = EmailDomain.Of(Form.Domain, Here);
        if (await db.Domains.SingleOrDefaultAsync(each => each.Domain == domain.Domain, cancellation) is { } known)
        {
            throw new RuleViolation(nameof(Form.Domain), known.Organisation == Here
                ? "Dit domein staat er al." : "Dit domein is al van een andere organisatie. Vraag de platformbeheerder.");
        }

        db.Domains.Add(domain);
        db.Record(new EmailDomainSet(Here, domain.Domain, Allowed: true), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Wie een adres heeft bij {0}, komt er nu vanzelf in als lezer of bijdrager.", domain.Domain]);
        return RedirectToPage();
    }

    /// <summary>Lets people with an e-mail domain in no longer. Who is in, stays.</summary>
    public async Task<IActionResult> OnPostRemoveDomainAsync(string domain, CancellationToken cancellation)
    {
        if (await db.Domains.SingleOrDefaultAsync(each => each.Domain == domain && each.Organisation == Here, cancellation) is not { } known)
            return NotFound();
        db.Domains.Remove(known);
        db.Record(new EmailDomainSet(Here, known.Domain, Allowed: false), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["{0} laat niemand meer vanzelf binnen. Wie er al in is, blijft.", known.Domain]);
        return RedirectToPage();
    }

    /// <summary>Lets a person in.</summary>
    public async Task<IActionResult> OnPostApproveAsync(Guid request, CancellationToken cancellation)
    {
        if (await db.FindToDecideAsync(request, Me, cancellation) is not { } waiting || waiting.Organisation != Here)
            return NotFound();
        await decide.DecideAsync(waiting, approve: true, "", Me, cancellation);
        Tell(words["Je collega is binnen en krijgt een mail."]);
        return RedirectToPage();
    }

    /// <summary>Gives back a role that was ended by mistake.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid role, CancellationToken cancellation)
    {
        if (await db.Memberships.SingleOrDefaultAsync(
            each => each.Id == role && each.Organisation == Here && each.State == MembershipState.Ended, cancellation) is not { } ended)
            return NotFound();
        await decide.RestoreAsync(ended, Me, cancellation);
        Tell(words["De rol is terug."]);
        return RedirectToPage();
    }

    /// <summary>The municipality from where a role came along, as a sentence; empty when it did not.</summary>
    public string CameFrom(MemberRow row) =>
        row.Origin is { } origin && organisations.Find(origin) is { } before ? words["kwam mee van {0}", before.Name] : "";

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var undoable = time.GetUtcNow() - Membership.UndoFor;
        var rows = await (
            from membership in db.Memberships
            join person in db.People on membership.Person equals person.Id
            where membership.Organisation == Here && person.Closed == null
                && (membership.State == MembershipState.Approved
                    || (membership.State == MembershipState.Requested && person.EmailConfirmed)
                    || (membership.State == MembershipState.Ended && membership.Decided != null && membership.Ended > undoable))
            orderby person.FullName, membership.Role
            select new MemberRow(
                membership.Id, membership.Person, person.FullName, person.Email!, membership.Role, membership.State, membership.Requested) { Origin = membership.Origin })
            .ToListAsync(cancellation);
        Waiting = [.. rows.Where(row => row.State == MembershipState.Requested).OrderBy(row => row.Requested)];
        Members = [.. rows.Where(row => row.State == MembershipState.Approved)];
        Ended = [.. rows.Where(row => row.State == MembershipState.Ended)];
        Domains = await db.Domains.Where(each => each.Organisation == Here).OrderBy(each => each.Domain)
            .Select(each => each.Domain).ToListAsync(cancellation);
    }
}

/// <summary>One role of one person, as a coordinator sees it.</summary>
/// <param name="Id">The role.</param>
/// <param name="Person">The person.</param>
/// <param name="Name">The full name.</param>
/// <param name="Email">The address: who decides must know whether it is a colleague.</param>
/// <param name="Role">The role.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Requested">When it was asked.</param>
internal sealed record MemberRow(
    Guid Id, PersonId Person, string Name, string Email, MembershipRole Role, MembershipState State, DateTimeOffset Requested)
{
    /// <summary>The municipality that ended and where the person had the role; null when it did not come from there.</summary>
    public OrganisationId? Origin { get; init; }
}

/// <summary>An e-mail domain to let in.</summary>
internal sealed class DomainForm
{
    [Required(ErrorMessage = "Schrijf wat achter het apenstaartje staat, zoals gemeente.nl.")]
    [StringLength(EmailDomain.DomainLength, ErrorMessage = "Schrijf wat achter het apenstaartje staat, zoals gemeente.nl.")]
    public string Domain { get; set; } = "";
}
