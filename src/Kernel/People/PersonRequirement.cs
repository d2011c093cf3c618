using Microsoft.AspNetCore.Authorization;

namespace Parelmuur.Kernel.People;

/// <summary>Asks for a person who is signed in, and who may do this.</summary>
/// <remarks>Who is not signed in is sent to the sign-in page; who may not do it sees that the page does not exist.</remarks>
/// <param name="may">Whether this person may.</param>
public sealed class PersonRequirement(Func<CurrentPerson, bool> may)
    : AuthorizationHandler<PersonRequirement>, IAuthorizationRequirement
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PersonRequirement requirement)
    {
        if (CurrentPerson.Of(context.User) is { } person && may(person))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>The words in which rooms write their policies.</summary>
public static class PersonPolicies
{
    /// <summary>Everyone, signed in or not.</summary>
    public static AuthorizationBuilder Everyone(this AuthorizationBuilder policies, string name) =>
        policies.AddPolicy(name, policy => policy.RequireAssertion(_ => true));

    /// <summary>Anyone who is signed in.</summary>
    public static AuthorizationBuilder SignedIn(this AuthorizationBuilder policies, string name) =>
        policies.Who(name, _ => true);

    /// <summary>A member of an organisation with a role, or one that includes it.</summary>
    public static AuthorizationBuilder Member(this AuthorizationBuilder policies, string name, MembershipRole role) =>
        policies.Who(name, person => person.Is(role));

    /// <summary>Whoever has one of these roles on the platform.</summary>
    public static AuthorizationBuilder Platform(this AuthorizationBuilder policies, string name, PlatformRoles roles) =>
        policies.Who(name, person => person.Is(roles));

    /// <summary>A person of whom something holds.</summary>
    public static AuthorizationBuilder Who(this AuthorizationBuilder policies, string name, Func<CurrentPerson, bool> may) =>
        policies.AddPolicy(name, policy => policy.AddRequirements(new PersonRequirement(may)));
}
