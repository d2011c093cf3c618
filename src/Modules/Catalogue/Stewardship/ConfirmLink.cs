using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Seals in a link who may confirm which solution or intention, and until when. It opens nothing else.</summary>
/// <remarks>The clock is that of the house, so that tests can set it.</remarks>
internal sealed class ConfirmLink(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    private readonly IDataProtector
        solutions = protection.CreateProtector("Parelmuur.Catalogue.ConfirmLink"),
        intentions = protection.CreateProtector("Parelmuur.Catalogue.ConfirmLink.Intention");

    /// <summary>The path of the page with the button, from the root of the site and without a slash in front.</summary>
    public string For(SolutionId solution, PersonId person) => $"klopt-nog/{Seal(solutions, solution.Value, person)}";

    /// <summary>The path of the page that confirms an intention.</summary>
    public string ForIntention(Guid intention, PersonId person) => $"voornemens/klopt-nog/{Seal(intentions, intention, person)}";

    /// <summary>Who may confirm which solution; null when the link is false or too old.</summary>
    public (SolutionId Solution, PersonId Person)? Read(string code) => Open(solutions, code) is { } may ? (new(may.Subject), may.Person) : null;

    /// <summary>Who may confirm which intention; null when the link is false or too old.</summary>
    public (Guid Intention, PersonId Person)? ReadIntention(string code) => Open(intentions, code);

    private string Seal(IDataProtector seal, Guid subject, PersonId person) => seal.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{subject}|{person}|{(time.GetUtcNow() + Valid).ToUnixTimeSeconds()}"));

    private (Guid Subject, PersonId Person)? Open(IDataProtector seal, string code)
    {
        try
        {
            return seal.Unprotect(code).Split('|') is [var subject, var person, var until]
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) >= time.GetUtcNow()
                ? (Guid.Parse(subject), new(Guid.Parse(person)))
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
