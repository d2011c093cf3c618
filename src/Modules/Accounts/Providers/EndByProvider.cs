using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Providers;

/// <summary>Ends sessions here because a provider says that they ended there.</summary>
internal sealed class EndByProvider(
    AccountsDb db, EndSessions endSessions, IOptionsMonitor<OpenIdConnectOptions> options, TimeProvider time)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    // A token is sent when it is made. What waited longer is worth nothing, so it need not be remembered longer either.
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5), Remember = TimeSpan.FromHours(1);

    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false };

    /// <summary>Ends the sessions that began with a session there. Who knows its name may do so: it is random, and only the provider has it.</summary>
    public async Task BySessionAsync(Provider provider, string sid, CancellationToken cancellation)
    {
        var begun = ProviderSession.Of(provider.Key, sid);
        if (await PersonAsync(begun, cancellation) is not { } person)
            return;
        await endSessions.OfProviderAsync(person, begun, time.GetUtcNow(), except: null, By(provider), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Ends the sessions that a logout token is about (OpenID Connect Back-Channel Logout 1.0).</summary>
    /// <returns>Whether the token is right and was not used before. Nothing to end is right too.</returns>
    public async Task<bool> ByTokenAsync(Provider provider, string token, CancellationToken cancellation)
    {
        if (await ReadAsync(provider, token) is not { } order)
            return false;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider.Key}\n{order.Id}")));
        if (await db.UsedLogouts.AnyAsync(each => each.Id == id, cancellation))
            return false;
        var begun = ProviderSession.Of(provider.Key, order.Sid);
        if (await PersonAsync(provider, order, begun, cancellation) is not { } person)
            return true;

        await endSessions.OfProviderAsync(person, begun, order.Made + Skew(provider), except: null, By(provider), cancellation);
        if (!db.ChangeTracker.HasChanges())
            return true;
        var old = time.GetUtcNow() - Remember;
        await db.UsedLogouts.Where(each => each.Used < old).ExecuteDeleteAsync(cancellation);
        db.UsedLogouts.Add(UsedLogout.Of(id, time.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (Exception error) when (PlatformDb.MayHaveLost(error))
        {
            return false; // The same token came twice at the same moment; the other one did it.
        }
    }

    private async Task<LogoutOrder?> ReadAsync(Provider provider, string token)
    {
        var known = options.Get(provider.Scheme);
        var rules = known.TokenValidationParameters.Clone();
        rules.ConfigurationManager = (ProviderDocument)known.ConfigurationManager!;
        rules.RequireExpirationTime = false; // Older providers leave it out; the age below holds for all.
        var result = await Reader.ValidateTokenAsync(token, rules);
        return result.IsValid && result.SecurityToken is JsonWebToken read ? Order(provider, read) : null;
    }

    private LogoutOrder? Order(Provider provider, JsonWebToken token)
    {
        var now = time.GetUtcNow();
        var isLogout = (string.IsNullOrEmpty(token.Typ) || token.Typ is "logout+jwt" or "JWT")
            && token.TryGetPayloadValue("events", out JsonElement events) && events.ValueKind == JsonValueKind.Object
            && events.TryGetProperty(LogoutEvent, out var what) && what.ValueKind == JsonValueKind.Object
            && !token.TryGetPayloadValue("nonce", out object? _);
        if (!isLogout || !token.TryGetPayloadValue("iat", out long seconds) || !token.TryGetPayloadValue("jti", out string? id) || string.IsNullOrEmpty(id))
            return null;
        var made = DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(seconds, 0, int.MaxValue));
        var subject = token.TryGetPayloadValue("sub", out string? sub) ? sub : null;
        var session = token.TryGetPayloadValue("sid", out string? sid) ? sid : null;
        return made > now + Skew(provider) || made < now - Age - Skew(provider) || (string.IsNullOrEmpty(subject) && string.IsNullOrEmpty(session))
            ? null
            : new(id, made, subject, session);
    }

    // When both are named they must belong together.
    private async Task<PersonId?> PersonAsync(Provider provider, LogoutOrder order, ProviderSession begun, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(order.Subject))
            return await PersonAsync(begun, cancellation);
        return await db.ProviderLinks.Where(each => each.Provider == provider.Key && each.Subject == order.Subject)
            .Select(each => (PersonId?)each.Person).SingleOrDefaultAsync(cancellation);
    }

    private Task<PersonId?> PersonAsync(ProviderSession begun, CancellationToken cancellation) => db.Sessions
        .Where(each => each.Provider == begun.Provider && each.ProviderSession == begun.Hash && begun.Hash != "")
        .Select(each => (PersonId?)each.Person).FirstOrDefaultAsync(cancellation);

    private TimeSpan Skew(Provider provider) => options.Get(provider.Scheme).TokenValidationParameters.ClockSkew;

    private static Actor By(Provider provider) => new(string.Create(CultureInfo.InvariantCulture, $"inlogdienst {provider.Key}"));

    /// <summary>What a logout token says.</summary>
    private sealed record LogoutOrder(string Id, DateTimeOffset Made, string? Subject, string? Sid);
}

/// <summary>A logout token that was used, so that nobody who saw it can sign a person out again and again.</summary>
internal sealed class UsedLogout
{
    private const int HashLength = 64;

    private UsedLogout() { }

    /// <summary>The SHA-256 of provider and token.</summary>
    public string Id { get; private set; } = "";

    public DateTimeOffset Used { get; private set; }

    /// <summary>Remembers one.</summary>
    public static UsedLogout Of(string id, DateTimeOffset now) => new() { Id = id, Used = now };

    internal sealed class Mapping : IEntityTypeConfiguration<UsedLogout>
    {
        public void Configure(EntityTypeBuilder<UsedLogout> logout)
        {
            logout.ToTable("accounts_used_logouts");
            logout.HasKey(each => each.Id);
            logout.Property(each => each.Id).HasMaxLength(HashLength);
            logout.HasIndex(each => each.Used);
        }
    }
}
