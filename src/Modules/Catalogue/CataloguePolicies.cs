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

    /// <summary>Record the outcome of a check for one's organisation, change and publish it. Contributors.</summary>
    public const string Record = "catalogue.record";

    /// <summary>See what one's organisation recorded. Its members.</summary>
    public const string SeeChecks = "catalogue.see-checks";

    /// <summary>Share, change, end and join intentions for one's organisation. Contributors.</summary>
    public const string Intend = "catalogue.intend";

    /// <summary>Say which words mean the same, and see which searches found nothing. Editors.</summary>
    public const string KeepThesaurus = "catalogue.thesaurus";

    /// <summary>Let a rejection count no more. Editors.</summary>
    public const string JudgeRejections = "catalogue.judge-rejections";

    /// <summary>Write down that a solution goes to another stage. Editors.</summary>
    public const string Decide = "catalogue.decide";

    /// <summary>Make one solution of two. Editors.</summary>
    public const string Merge = "catalogue.merge";

    /// <summary>Tell that two solutions are the same. Who is signed in.</summary>
    public const string Report = "catalogue.report";

    /// <summary>Write a pareltje. Everyone; saving it asks to sign in.</summary>
    public const string Write = "catalogue.write";

    /// <summary>See and throw away one's own drafts. Who is signed in.</summary>
    public const string Own = "catalogue.own";

    /// <summary>Share for one's organisation, say that it uses something. Contributors.</summary>
    public const string Share = "catalogue.share";

    /// <summary>Name what another municipality made. Members of an organisation, and no suppliers.</summary>
    public const string Tip = "catalogue.tip";

    /// <summary>Write down and read what one's own organisation improved. Its members.</summary>
    public const string Improve = "catalogue.improve";

    public static void Add(AuthorizationBuilder policies) => policies
        .Everyone(Read)
        .Everyone(Write)
        .SignedIn(Own)
        .Member(Share, MembershipRole.Contributor)
        .Member(Record, MembershipRole.Contributor)
        .Member(Intend, MembershipRole.Contributor)
        .Member(SeeChecks, MembershipRole.Reader)
        .Platform(KeepThesaurus, PlatformRoles.Editor)
        .Platform(JudgeRejections, PlatformRoles.Editor)
        .Member(Improve, MembershipRole.Reader)
        .Member(Tip, MembershipRole.Reader)
        .SignedIn(Edit)
        .SignedIn(Steward)
        .SignedIn(Report)
        .Platform(Decide, PlatformRoles.Editor)
        .Platform(Merge, PlatformRoles.Editor);
}
