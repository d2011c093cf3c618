using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Seals in a link who may confirm which solution, and until when. It opens nothing else.</summary>
/// <remarks>The clock is that of the house, so that tests can set it.</remarks>
internal sealed class ConfirmLink(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    private readonly IDataProtector seal = protection.CreateProtector("Parelmuur.Catalogue.ConfirmLink");

    /// <summary>The path of the page with the button, from the root of the site and without a slash in front.</summary>
    public string For(SolutionId solution, PersonId person) =>
        $"klopt-nog/{seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{solution}|{person}|{(time.GetUtcNow() + Valid).ToUnixTimeSeconds()}"))}";

    /// <summary>Who may confirm what; null when the link is false or too old.</summary>
    public (SolutionId Solution, PersonId Person)? Read(string code)
    {
        try
        {
            return seal.Unprotect(code).Split('|') is [var solution, var person, var until]
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) >= time.GetUtcNow()
                ? (new(Guid.Parse(solution)), new(Guid.Parse(person)))
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
