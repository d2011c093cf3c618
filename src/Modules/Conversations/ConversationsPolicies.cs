using Microsoft.AspNetCore.Authorization;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations;

/// <summary>Every action of Conversations and who may do it.</summary>
internal static class ConversationsPolicies
{
    /// <summary>Read feeds, and stop mail by the link in it. Everyone.</summary>
    public const string Read = "conversations.read";

    /// <summary>Follow, and read one's own messages. Who is signed in; the query leaves only those that are theirs.</summary>
    public const string Follow = "conversations.follow";

    /// <summary>Ask, answer and comment. Members of an organisation, in any role.</summary>
    public const string Write = "conversations.write";

    /// <summary>Report what should not stand there. Who is signed in.</summary>
    public const string Report = "conversations.report";

    /// <summary>Decide about reports and hide. Editors.</summary>
    public const string Moderate = "conversations.moderate";

    public static void Add(AuthorizationBuilder policies) => policies
        .Everyone(Read)
        .SignedIn(Follow)
        .Member(Write, MembershipRole.Reader)
        .SignedIn(Report)
        .Platform(Moderate, PlatformRoles.Editor);
}
