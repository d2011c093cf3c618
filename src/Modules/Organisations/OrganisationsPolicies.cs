using Microsoft.AspNetCore.Authorization;

namespace Parelmuur.Organisations;

/// <summary>Every action of this room and who may do it.</summary>
internal static class OrganisationsPolicies
{
    /// <summary>Look at municipalities and other organisations: everyone, signed in or not.</summary>
    public const string Read = "organisations.read";

    public static void Add(AuthorizationBuilder policies) =>
        policies.AddPolicy(Read, policy => policy.RequireAssertion(_ => true));
}
