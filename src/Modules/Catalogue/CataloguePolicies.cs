using Microsoft.AspNetCore.Authorization;

namespace Parelmuur.Catalogue;

/// <summary>Every action of Catalogue and who may do it.</summary>
internal static class CataloguePolicies
{
    /// <summary>Read what is public: the wall, solutions, search, check first, exports. Everyone.</summary>
    public const string Read = "catalogue.read";

    public static void Add(AuthorizationBuilder policies) =>
        policies.AddPolicy(Read, policy => policy.RequireAssertion(_ => true));
}
