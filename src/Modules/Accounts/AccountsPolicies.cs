using Microsoft.AspNetCore.Authorization;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts;

/// <summary>Every action of Accounts and who may do it.</summary>
internal static class AccountsPolicies
{
    /// <summary>Sign in, make an account, choose a new password. Everyone.</summary>
    public const string Enter = "accounts.enter";

    /// <summary>Say that somebody signed out elsewhere. Everyone: identity providers, which prove it with what they send.</summary>
    public const string Ended = "accounts.ended";

    /// <summary>See and change what is one's own. Who is signed in.</summary>
    public const string Own = "accounts.own";

    /// <summary>Let colleagues in and end their roles. Coordinators of the organisation.</summary>
    public const string Members = "accounts.members";

    /// <summary>Decide about one request. Coordinators of the organisation; platform managers where there is none.</summary>
    public const string Decide = "accounts.decide";

    /// <summary>Let first coordinators in, give platform roles. Platform managers.</summary>
    public const string Platform = "accounts.platform";

    /// <summary>See what waits for a decision. Editors and platform managers.</summary>
    public const string Desk = "accounts.desk";

    /// <summary>Read the whole ledger. Auditors only: who gives roles does not watch over that by the same right.</summary>
    public const string Audit = "accounts.audit";

    public static void Add(AuthorizationBuilder policies) => policies
        .Everyone(Enter)
        .Everyone(Ended)
        .SignedIn(Own)
        .Member(Members, MembershipRole.Coordinator)
        .Who(Decide, person => person.Is(MembershipRole.Coordinator) || person.Is(PlatformRoles.PlatformManager))
        .Platform(Platform, PlatformRoles.PlatformManager)
        .Platform(Desk, PlatformRoles.Editor | PlatformRoles.PlatformManager)
        .Platform(Audit, PlatformRoles.Auditor);
}
