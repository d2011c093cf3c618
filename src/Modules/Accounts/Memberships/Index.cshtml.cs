using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Memberships;

/// <summary>For whom a person works: ask a role, choose for whom one works now, see what waits.</summary>
internal sealed class IndexModel(AccountsDb db, DecideMembership decide, IOrganisations organisations, Words words) : FormPage
{
    [BindProperty]
    public AskForm Form { get; set; } = new();

    /// <summary>The organisations with the roles there that hold or wait.</summary>
    public IReadOnlyList<OwnOrganisation> Mine { get; private set; } = [];

    public IEnumerable<Choice> Municipalities => organisations.Current.Select(each => new Choice(each.Slug, each.Name));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var organisation = Asked();
        var membership = await decide.RequestAsync(Me.Id, organisation.Id, Form.Role, cancellation);
        Tell(membership.State == MembershipState.Approved
            ? words["Je bent {0} bij {1}.", RoleWords.InSentence(words, membership.Role), organisation.Name]
            : words["Je vraag is verstuurd. Je krijgt een mail zodra iemand beslist."]);
        return RedirectToPage();
    }

    /// <summary>Works for another organisation from now on, in this browser.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(Guid organisation, CancellationToken cancellation)
    {
        var id = OrganisationId.From(organisation);
        if (!await db.Memberships.AnyAsync(
            each => each.Person == Me.Id && each.Organisation == id && each.State == MembershipState.Approved, cancellation))
            return NotFound();
        (await db.Sessions.SingleAsync(each => each.Id == Me.Session, cancellation)).WorkFor(id);
        db.Record(new OrganisationChosen(Me.Id, id), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Je werkt nu voor {0}.", organisations.Find(id)?.Name]);
        return RedirectToPage();
    }

    /// <summary>The municipality from where a role came along; null when it did not.</summary>
    public string? CameFrom(OwnRole role) => role.Origin is { } origin ? organisations.Find(origin)?.Name : null;

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var roles = await db.Memberships
            .Where(each => each.Person == Me.Id && (each.State == MembershipState.Requested || each.State == MembershipState.Approved))
            .OrderBy(each => each.Role)
            .Select(each => new OwnRole(each.Id, each.Organisation, each.Role, each.State == MembershipState.Requested, each.Origin))
            .ToListAsync(cancellation);
        Mine =
        [
            .. from role in roles
            group role by role.Organisation into each
            let organisation = organisations.Find(each.Key)
            where organisation is not null
            orderby organisation.Name
            select new OwnOrganisation(organisation, organisation.Id == Me.Organisation, [.. each.OrderBy(role => role.Role)]),
        ];
    }

    private OrganisationSummary Asked()
    {
        if (Form.Other is { Length: > 0 } name)
        {
            var match = organisations.Match(name, organisations.Today);
            return match.Outcome switch
            {
                MatchOutcome.Found => match.Organisation!,
                MatchOutcome.Ambiguous => throw new RuleViolation(
                    nameof(Form.Other), "Deze naam is van meer dan een organisatie. Zet de provincie erachter."),
                _ => throw new RuleViolation(
                    nameof(Form.Other), "We kennen deze organisatie nog niet. Schrijf de naam voluit, of mail ons via Hulp en contact."),
            };
        }

        return organisations.FindBySlug(Form.Municipality ?? "")
            ?? throw new RuleViolation(nameof(Form.Municipality), "Kies je gemeente, of schrijf een andere organisatie.");
    }
}

/// <summary>An organisation for which the person works, or wants to.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="IsNow">Whether it is the one in this browser now.</param>
/// <param name="Roles">The roles, the lightest first.</param>
internal sealed record OwnOrganisation(OrganisationSummary Organisation, bool IsNow, IReadOnlyList<OwnRole> Roles)
{
    /// <summary>Whether at least one role holds.</summary>
    public bool IsIn => Roles.Any(role => !role.Waits);
}

/// <summary>One role of the person.</summary>
internal sealed record OwnRole(Guid Id, OrganisationId Organisation, MembershipRole Role, bool Waits, OrganisationId? Origin);

/// <summary>What asking a role asks.</summary>
internal sealed class AskForm
{
    /// <summary>The readable part of the address of a municipality.</summary>
    [StringLength(100)]
    public string? Municipality { get; set; }

    /// <summary>The name of another kind of organisation.</summary>
    [StringLength(NewOrganisation.MaxNameLength, ErrorMessage = "Maak de naam korter.")]
    public string? Other { get; set; }

    [EnumDataType(typeof(MembershipRole), ErrorMessage = "Kies een rol.")]
    public MembershipRole Role { get; set; } = MembershipRole.Contributor;
}
