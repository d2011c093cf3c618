using Microsoft.AspNetCore.Authorization;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining;

/// <summary>Every action of Joining and who may do it.</summary>
internal static class JoiningPolicies
{
    /// <summary>Read step plans, what municipalities learned from them, and how solutions spread. Everyone.</summary>
    public const string Read = "joining.read";

    /// <summary>See the uses and roll-outs of one's own organisation. Its members, in any role.</summary>
    public const string See = "joining.see";

    /// <summary>Write the step plan of a solution. Who is signed in; the page asks Catalogue whether one may change that solution.</summary>
    public const string Plan = "joining.plan";

    /// <summary>Work at a roll-out of one's own organisation. Its contributors.</summary>
    public const string Work = "joining.work";

    /// <summary>Answer for what one's own organisation uses: accept, reject, confirm, end, hide. Its coordinators.</summary>
    public const string Keep = "joining.keep";

    public static void Add(AuthorizationBuilder policies) => policies
        .Everyone(Read)
        .Member(See, MembershipRole.Reader)
        .SignedIn(Plan)
        .Member(Work, MembershipRole.Contributor)
        .Member(Keep, MembershipRole.Coordinator);
}
