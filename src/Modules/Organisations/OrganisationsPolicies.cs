using Microsoft.AspNetCore.Authorization;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations;

/// <summary>Every action of this room and who may do it.</summary>
internal static class OrganisationsPolicies
{
    /// <summary>Look at municipalities and other organisations: everyone, signed in or not.</summary>
    public const string Read = "organisations.read";

    /// <summary>Add joint bodies and say which municipalities take part. Editors and platform managers.</summary>
    public const string Manage = "organisations.manage";

    public static void Add(AuthorizationBuilder policies) => policies
        .Everyone(Read)
        .Platform(Manage, PlatformRoles.Editor | PlatformRoles.PlatformManager);
}
