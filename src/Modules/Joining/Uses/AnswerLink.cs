using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Uses;

/// <summary>Seals in a link who may say for which organisation that its uses still hold, and until when. It opens nothing else.</summary>
/// <remarks>The clock is that of the house, so that tests can set it.</remarks>
internal sealed class AnswerLink(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    private readonly IDataProtector seal = protection.CreateProtector("Parelmuur.Joining.AnswerLink");

    /// <summary>The path of the page, from the root of the site and without a slash in front.</summary>
    public string For(OrganisationId organisation, PersonId person) => "gebruik-klopt-nog/" + seal.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{organisation}|{person}|{(time.GetUtcNow() + Valid).ToUnixTimeSeconds()}"));

    /// <summary>Who may answer for which organisation; null when the link is false or too old.</summary>
    public (OrganisationId Organisation, PersonId Person)? Read(string code)
    {
        try
        {
            return seal.Unprotect(code).Split('|') is [var organisation, var person, var until]
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) >= time.GetUtcNow()
                ? (new(Guid.Parse(organisation)), new(Guid.Parse(person)))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
