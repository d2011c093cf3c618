using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Mails;

/// <summary>Seals in a link who stops to follow what. It works without signing in, opens nothing else, and never ends.</summary>
internal sealed class UnsubscribeLink(IDataProtectionProvider protection)
{
    private const int IdBytes = 16;
    private readonly IDataProtector seal = protection.CreateProtector("Parelmuur.Conversations.UnsubscribeLink");

    /// <summary>The path of the page with the button, which also takes a bare POST (RFC 8058).</summary>
    /// <param name="person">Who stops.</param>
    /// <param name="follow">What the person follows; null for mail about all of it.</param>
    public string For(PersonId person, Guid? follow) => $"afmelden/{Base64Url.EncodeToString(
        seal.Protect([.. person.Value.ToByteArray(), .. follow?.ToByteArray() ?? []]))}";

    /// <summary>Who stops, and what; null when the link is false.</summary>
    public (PersonId Person, Guid? Follow)? Read(string code)
    {
        try
        {
            var bytes = seal.Unprotect(Base64Url.DecodeFromChars(code));
            return (new PersonId(new Guid(bytes.AsSpan(0, IdBytes))), bytes.Length > IdBytes ? new Guid(bytes.AsSpan(IdBytes)) : null);
        }
        catch (Exception error) when (error is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
