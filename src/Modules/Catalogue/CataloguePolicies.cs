using Microsoft.AspNetCore.Authorization;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>Every action of Catalogue and who may do it.</summary>
internal static class CataloguePolicies
{
    /// <summary>Read what is public: the wall, solutions, search, check first, exports. Everyone.</summary>
    public const string Read = "catalogue.read";

    /// <summary>Change a solution, restore a version. Who is signed in; the query leaves only those that are theirs.</summary>
    public const string Edit = "catalogue.edit";

    /// <summary>Confirm, hand over and accept a solution. Who is signed in; the query leaves only those that are theirs.</summary>
    public const string Steward = "catalogue.steward";

    /// <summary>Write down that a solution goes to another stage. Editors.</summary>
    public const string Decide = "catalogue.decide";

    /// <summary>Make one solution of two. Editors.</summary>
    public const string Merge = "catalogue.merge";

    /// <summary>Write a pareltje. Everyone; saving it asks to sign in.</summary>
    public const string Write = "catalogue.write";

    /// <summary>See and throw away one's own drafts. Who is signed in.</summary>
    public const string Own = "catalogue.own";

    /// <summary>Share for one's organisation, say that it uses something. Contributors.</summary>
    public const string Share = "catalogue.share";

    public static void Add(AuthorizationBuilder policies) => policies
        .Everyone(Read)
        .Everyone(Write)
        .SignedIn(Own)
        .Member(Share, MembershipRole.Contributor)
        .SignedIn(Edit)
        .SignedIn(Steward)
        .Platform(Decide, PlatformRoles.Editor)
        .Platform(Merge, PlatformRoles.Editor);
}
