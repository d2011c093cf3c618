using System.Security.Claims;
using System.Security.Principal;

namespace Parelmuur.Kernel.People;

/// <summary>Who is signed in, for which organisation, and what that person may do there.</summary>
/// <remarks>
/// Read from the database at every request, so a role that ended yesterday ends today. Roles that need a second factor
/// are left out while the person signed in without one.
/// </remarks>
/// <param name="Id">The person.</param>
/// <param name="Name">The full name, as everyone sees it.</param>
/// <param name="Organisation">The organisation for which the person works now; null without an approved membership.</param>
/// <param name="Roles">What the person may do for that organisation.</param>
/// <param name="PlatformRoles">What the person may do for the whole platform.</param>
/// <param name="Session">The session, to show which one is this one.</param>
public sealed record CurrentPerson(
    PersonId Id,
    string Name,
    OrganisationId? Organisation,
    IReadOnlyList<MembershipRole> Roles,
    PlatformRoles PlatformRoles,
    Guid Session)
{
    /// <summary>The organisation, and the municipalities that ended and whose work it carries on: what was theirs is its own now. None without one.</summary>
    public IReadOnlyList<OrganisationId> Lineage { get; init; } = [];

    /// <summary>Whether the person has roles that wait for a second factor.</summary>
    public bool RolesSleep { get; init; }

    /// <summary>The person as the one who makes a change, on behalf of the organisation.</summary>
    public Actor Actor => Actor.Of(Id, Organisation);

    /// <summary>Whether the person has a role at the organisation, or one that includes it.</summary>
    public bool Is(MembershipRole role) => Organisation is not null && role switch
    {
        MembershipRole.Reader => Roles.Count > 0,
        MembershipRole.Contributor => Roles.Contains(role) || Roles.Contains(MembershipRole.Coordinator),
        _ => Roles.Contains(role),
    };

    /// <summary>Whether the person has a role on the platform.</summary>
    public bool Is(PlatformRoles role) => (PlatformRoles & role) != PlatformRoles.None;

    /// <summary>The person who makes a request; null when nobody is signed in.</summary>
    public static CurrentPerson? Of(ClaimsPrincipal user) => (user.Identity as PersonIdentity)?.Person;
}

/// <summary>What a member of an organisation may do.</summary>
public enum MembershipRole
{
    /// <summary>Lezer: follows, keeps lists, sees what is for members only.</summary>
    Reader,

    /// <summary>Bijdrager: shares, asks and answers.</summary>
    Contributor,

    /// <summary>Coördinator: confirms uses and approves members.</summary>
    Coordinator,

    /// <summary>Tekenbevoegde: signs for the organisation.</summary>
    Authoriser,
}

/// <summary>What a person may do for the whole platform.</summary>
[Flags]
public enum PlatformRoles
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Redacteur: moderates, merges, keeps the thesaurus.</summary>
    Editor = 1,

    /// <summary>Platformbeheerder: lets the first coordinators in and gives platform roles.</summary>
    PlatformManager = 2,

    /// <summary>Auditor: reads everything, changes nothing.</summary>
    Auditor = 4,
}

/// <summary>The identity of a request that a person makes.</summary>
public sealed class PersonIdentity(CurrentPerson person, string scheme) : ClaimsIdentity(new GenericIdentity(person.Name, scheme))
{
    /// <summary>Who it is.</summary>
    public CurrentPerson Person => person;
}
