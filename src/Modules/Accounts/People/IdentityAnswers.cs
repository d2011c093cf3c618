using Microsoft.AspNetCore.Identity;
using Parelmuur.Accounts.Passwords;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.People;

/// <summary>Says in plain Dutch what Identity does not accept.</summary>
internal static class IdentityAnswers
{
    /// <summary>Does nothing when it worked.</summary>
    /// <exception cref="RuleViolation">It did not; the field is that of the form.</exception>
    public static void MustSucceed(this IdentityResult result)
    {
        if (result.Succeeded)
            return;
        var code = result.Errors.First().Code;
        throw code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) =>
                new RuleViolation("Password", "Kies een wachtwoord van minstens 12 tekens. Een korte zin is goed."),
            EasyPassword.Code =>
                new RuleViolation("Password", "Dit wachtwoord is makkelijk te raden. Kies een korte zin zonder je naam of je gemeente."),
            MostUsedPassword.Code =>
                new RuleViolation("Password", "Veel mensen gebruiken dit wachtwoord. Kies een korte zin die alleen jij kent."),
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) =>
                new RuleViolation("Email", "Dit e-mailadres heeft al een account."),
            nameof(IdentityErrorDescriber.InvalidToken) =>
                new RuleViolation("", "Deze link werkt niet meer. Vraag een nieuwe aan."),
            nameof(IdentityErrorDescriber.ConcurrencyFailure) =>
                new RuleViolation("", "Je account is net ergens anders aangepast. Probeer het opnieuw."),
            nameof(IdentityErrorDescriber.PasswordMismatch) =>
                new RuleViolation("Current", "Je huidige wachtwoord klopt niet."),
            _ => new InvalidOperationException($"Identity refused: {code}"),
        };
    }
}

/// <summary>Refuses a password that a stranger tries first: the own name or address, one sign over and over, the usual ones.</summary>
internal sealed class EasyPassword : IPasswordValidator<Person>
{
    public const string Code = "EasyPassword";

    private static readonly string[] Usual = ["wachtwoord", "password", "welkom", "parelmuur", "gemeente", "123456", "qwerty", "zomer", "winter"];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var rest = (password ?? "").ToLowerInvariant();
        foreach (var known in Usual.Concat(OwnWords(user)))
            rest = rest.Replace(known, "", StringComparison.OrdinalIgnoreCase);
        // What is left besides the known words must still be a password.
        return Task.FromResult(rest.Distinct().Count() >= MinDifferent && rest.Length >= Person.MinPasswordLength / 2
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = Code }));
    }

    private const int MinDifferent = 5, MinWord = 3;

    private static IEnumerable<string> OwnWords(Person user) =>
        user.FullName.Split(' ').Concat((user.Email ?? "").Split('@', '.', '-')).Where(word => word.Length >= MinWord);
}
