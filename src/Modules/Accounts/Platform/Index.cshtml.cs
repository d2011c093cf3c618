using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Audit;
using Parelmuur.Accounts.Members;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Platform;

/// <summary>For platform managers: requests at organisations without a coordinator, and who has a role on the platform.</summary>
internal sealed class IndexModel(
    AccountsDb db, UserManager<Person> people, DecideMembership decide, AccountMails mails, NoteLook look, IOrganisations organisations, Words words) : FormPage
{
    private const int AtOnce = 100;

    [BindProperty]
    public RolesForm Form { get; set; } = new();

    public PersonId Self => Me.Id;

    /// <summary>The requests, oldest first, with the name of the organisation; at most a hundred at once.</summary>
    public IReadOnlyList<(string Organisation, MemberRow Row)> Waiting { get; private set; } = [];

    /// <summary>Who has a role on the platform.</summary>
    public IReadOnlyList<RoleHolder> Holders { get; private set; } = [];

    /// <summary>Gives a person exactly the chosen roles on the platform.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await people.FindByEmailAsync(Form.Email.Trim()) is not { Closed: null, EmailConfirmed: true } person)
            throw new RuleViolation(nameof(Form.Email), "Niemand heeft een account met dit adres. Vraag je collega er eerst een te maken.");
        var roles = Form.Roles.Aggregate(PlatformRoles.None, (all, role) => all | role);
        if (person.Id == Me.Id && (roles & PlatformRoles.PlatformManager) == PlatformRoles.None)
            throw new RuleViolation(nameof(Form.Roles), "Jezelf de rol platformbeheerder afnemen kan niet. Vraag een andere platformbeheerder.");

        person.Appoint(roles);
        db.Record(new PlatformRolesGiven(person.Id, roles), Me.Actor);
        mails.Changed(person, "Je rollen op het platform zijn veranderd.");
        (await people.UpdateAsync(person)).MustSucceed();
        Tell(words["De rollen van {0} zijn bewaard.", person.FullName]);
        return RedirectToPage();
    }

    /// <summary>Lets a person in where there is no coordinator.</summary>
    public async Task<IActionResult> OnPostApproveAsync(Guid request, CancellationToken cancellation)
    {
        if (await db.FindToDecideAsync(request, Me, cancellation) is not { } waiting)
            return NotFound();
        await decide.DecideAsync(waiting, approve: true, "", Me, cancellation);
        Tell(words["De aanvrager is binnen en krijgt een mail."]);
        return RedirectToPage();
    }

    /// <summary>The municipality from where a role came along, as a sentence; empty when it did not.</summary>
    public string CameFrom(MemberRow row) =>
        row.Origin is { } origin && organisations.Find(origin) is { } before ? words["kwam mee van {0}", before.Name] : "";

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var rows = await (
            from request in db.WithoutCoordinator()
            join person in db.People on request.Person equals person.Id
            orderby request.Requested
            select new
            {
                request.Organisation,
                Row = new MemberRow(request.Id, request.Person, person.FullName, person.Email!, request.Role, request.State, request.Requested) { Origin = request.Origin },
            }).Take(AtOnce).ToListAsync(cancellation);
        await look.AtAsync(db, Me, rows.Select(each => (OrganisationId?)each.Organisation), "requests", cancellation);
        Waiting = [.. rows.Select(each => (organisations.Find(each.Organisation)?.Name ?? "", each.Row))];
        Holders = await db.People.Where(each => each.PlatformRoles != PlatformRoles.None && each.Closed == null)
            .OrderBy(each => each.FullName).Select(each => new RoleHolder(each.FullName, each.Email!, each.PlatformRoles))
            .ToListAsync(cancellation);
    }
}

/// <summary>Somebody with a role on the platform.</summary>
internal sealed record RoleHolder(string Name, string Email, PlatformRoles Roles);

/// <summary>Which roles somebody gets.</summary>
internal sealed class RolesForm
{
    [Required(ErrorMessage = "Vul het e-mailadres in.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";

    /// <summary>The roles; none takes all away.</summary>
    public List<PlatformRoles> Roles { get; set; } = [];
}
