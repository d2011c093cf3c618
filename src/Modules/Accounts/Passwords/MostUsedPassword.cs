using Microsoft.AspNetCore.Identity;
using Parelmuur.Accounts.People;

namespace Parelmuur.Accounts.Passwords;

/// <summary>Refuses the ten thousand most used passwords of at least twelve signs, in small and in capital letters.</summary>
/// <remarks>The list is made at build. A password is chosen rarely, so the list is read each time and not kept in memory.</remarks>
internal sealed class MostUsedPassword : IPasswordValidator<Person>
{
    public const string Code = "MostUsedPassword";

    /// <inheritdoc/>
    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        await IsInListAsync((password ?? "").Trim().ToLowerInvariant())
            ? IdentityResult.Failed(new IdentityError { Code = Code })
            : IdentityResult.Success;

    private static async Task<bool> IsInListAsync(string password)
    {
        using var list = new StreamReader(typeof(MostUsedPassword).Assembly.GetManifestResourceStream("most-used.txt")!);
        while (await list.ReadLineAsync() is { } used)
        {
            if (used == password)
                return true;
        }

        return false;
    }
}
