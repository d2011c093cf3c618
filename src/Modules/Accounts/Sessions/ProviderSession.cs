using System.Security.Cryptography;
using System.Text;

namespace Parelmuur.Accounts.Sessions;

/// <summary>The session at an identity provider with which a session here began.</summary>
/// <param name="Provider">The key of the provider.</param>
/// <param name="Hash">The SHA-256 of the name of the session there; empty when the provider gives none. Who knows the name can end the session.</param>
internal sealed record ProviderSession(string Provider, string Hash)
{
    public const int HashLength = 64;

    /// <summary>The session with a name, as a provider calls it in <c>sid</c>.</summary>
    public static ProviderSession Of(string provider, string? sid) => new(
        provider, string.IsNullOrEmpty(sid) ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sid))));

    /// <summary>Reads what <see cref="ToString"/> wrote; null when there is nothing.</summary>
    public static ProviderSession? Read(string? text) =>
        text?.Split(' ') is [var provider, var hash] ? new(provider, hash) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Provider} {Hash}";
}
