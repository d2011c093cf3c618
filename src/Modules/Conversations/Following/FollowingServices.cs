using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Design;

namespace Parelmuur.Conversations.Following;

/// <summary>What following adds to the room.</summary>
internal static class FollowingServices
{
    public static IServiceCollection AddFollowing(this IServiceCollection services) => services
        .AddScoped<FollowThings>()
        .AddScoped<MoveFollows>()
        .AddScoped<IFollowing>(provider => provider.GetRequiredService<FollowThings>())
        .AddScoped<IFollowable, FollowableSolutions>()
        .AddScoped<IFollowable, FollowableIntentions>()
        .AddScoped<IFollowable, FollowableOrganisations>()
        .AddScoped<IFollowable, FollowableThemes>()
        .AddScoped<IFollowable, FollowableWords>()
        .AddScoped<IPersonalData, FollowsOfPerson>();
}
