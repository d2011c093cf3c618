using Microsoft.AspNetCore.Identity;
using Parelmuur.Accounts.People;

namespace Parelmuur.Accounts.SignIn;

/// <summary>Lets a code from the app work once, also for who looked over the shoulder.</summary>
internal sealed class UsedCodes(UserManager<Person> people)
{
    // A code works for at most five steps of half a minute, so the last five are enough to remember.
    private const int Remembered = 5;
    private const string Provider = "Parelmuur", Name = "UsedCodes";

    /// <summary>Uses up a code.</summary>
    /// <returns>Whether it is right and was not used before.</returns>
    public async Task<bool> UseAsync(Person person, string code)
    {
        var used = (await people.GetAuthenticationTokenAsync(person, Provider, Name) ?? "").Split(',');
        if (used.Contains(code, StringComparer.Ordinal)
            || !await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code))
            return false;
        (await people.SetAuthenticationTokenAsync(
            person, Provider, Name, string.Join(',', used.Append(code).TakeLast(Remembered)))).MustSucceed();
        return true;
    }
}
