using Microsoft.AspNetCore.Authorization;

namespace Parelmuur.Kernel.People;

/// <summary>Asks for a person who is signed in, and who may do this.</summary>
/// <remarks>
/// Who is not signed in is sent to the sign-in page; who lacks a role at an organisation reads which one it takes; who may not do it
/// for another reason sees that the page does not exist.
/// </remarks>
/// <param name="may">Whether this person may.</param>
/// <param name="role">The role at an organisation that it takes, if that is all.</param>
public sealed class PersonRequirement(Func<CurrentPerson, bool> may, MembershipRole? role = null)
    : AuthorizationHandler<PersonRequirement>, IAuthorizationRequirement
{
    /// <summary>The role that this person would have to ask for; null when it takes something else.</summary>
    public MissingRole? MissingTo(CurrentPerson person) => role is { } needed && !person.Is(needed) ? new(needed) : null;

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PersonRequirement requirement)
    {
        if (CurrentPerson.Of(context.User) is { } person && may(person))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Why a request was refused: the person lacks a role at the organisation. A feature of the request, for the page that says so.</summary>
/// <param name="Role">The role.</param>
public sealed record MissingRole(MembershipRole Role);

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
        policies.AddPolicy(name, policy => policy.AddRequirements(new PersonRequirement(person => person.Is(role), role)));

    /// <summary>Whoever has one of these roles on the platform.</summary>
    public static AuthorizationBuilder Platform(this AuthorizationBuilder policies, string name, PlatformRoles roles) =>
        policies.Who(name, person => person.Is(roles));

    /// <summary>A person of whom something holds.</summary>
    public static AuthorizationBuilder Who(this AuthorizationBuilder policies, string name, Func<CurrentPerson, bool> may) =>
        policies.AddPolicy(name, policy => policy.AddRequirements(new PersonRequirement(may)));
}
