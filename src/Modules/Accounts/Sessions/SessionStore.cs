using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Sessions;

/// <summary>Keeps who is signed in in the database; the cookie holds only a random key.</summary>
/// <remarks>One question to the database per request tells who it is and which roles that person has now.</remarks>
internal sealed class SessionStore(AskTogether together, IOrganisations organisations, TimeProvider time) : ITicketStore
{
    private const int KeyBytes = 32;

    // Where the framework looks for the key in the cookie.
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    private const MembershipRole NeedsSecondFactor = MembershipRole.Coordinator;

    private static readonly CompiledQuery<Func<AccountsDb, string, DateTimeOffset, Task<Found?>>> ByKey = new(() => EF.CompileAsyncQuery(
        (AccountsDb db, string hash, DateTimeOffset now) => (
            from session in db.Sessions
            join person in db.People on session.Person equals person.Id
            where session.Key == hash && session.Ends > now && person.Closed == null
            select new Found(session, person.FullName, person.PlatformRoles)
            {
                Roles = db.Memberships
                    .Where(each => each.Person == session.Person && each.Organisation == session.Organisation
                        && each.State == MembershipState.Approved)
                    .Select(each => each.Role).ToList(),
            }).AsNoTracking().SingleOrDefault()));

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext context, CancellationToken cancellationToken)
    {
        var db = context.RequestServices.GetRequiredService<AccountsDb>();
        var person = PersonId.From(Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture));
        var secondFactor = ticket.Principal.HasClaim("amr", SecondFactorMethod);
        var begun = ProviderSession.Read(ticket.Principal.FindFirstValue(ClaimTypes.AuthenticationMethod));
        var organisation = await LastOrganisationAsync(db, person, cancellationToken);
        var key = NewKey();
        var session = Session.Start(
            Hash(key), person, organisation, secondFactor, Device.Of(context.Request.Headers.UserAgent.ToString()), time.GetUtcNow(), begun);
        db.Sessions.Add(session);
        db.Record(new SignedIn(person, secondFactor, begun?.Provider), Actor.Of(person, organisation));
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        // The page of an error needs no name, and the database may be what went wrong.
        if (context.Features.Get<IExceptionHandlerFeature>() is not null)
            return null;
        var (hash, now) = (Hash(key), time.GetUtcNow());
        if (await together.OneAsync<AccountsDb, Found?>(db => ByKey.For(db)(db, hash, now), cancellationToken) is not { } found)
            return null;

        var organisation = found.Roles.Count == 0 ? null : found.Session.Organisation;
        var current = new CurrentPerson(
            found.Session.Person,
            found.FullName,
            organisation,
            [.. found.Roles.Select(role => Allowed(role, found.Session.SecondFactor)).Distinct()],
            found.Session.SecondFactor ? found.PlatformRoles : PlatformRoles.None,
            found.Session.Id)
        {
            Lineage = organisation is { } own ? organisations.Lineage(own) : [],
            RolesSleep = !found.Session.SecondFactor
                && (found.PlatformRoles != PlatformRoles.None || found.Roles.Exists(role => role >= NeedsSecondFactor)),
        };
        var identity = new PersonIdentity(current, IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, $"{current.Id}"));
        return new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties
            {
                IsPersistent = true,
                AllowRefresh = true,
                IssuedUtc = found.Session.LastSeen,
                ExpiresUtc = found.Session.Ends,
            },
            IdentityConstants.ApplicationScheme);
    }

    /// <inheritdoc/>
    public async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext context, CancellationToken cancellationToken)
    {
        // Signing in while signed in would come here too, and leave the session with the first person.
        if (ticket.Principal.Identity is not PersonIdentity)
            throw new InvalidOperationException("Somebody is signed in already in this browser.");
        var (hash, now) = (Hash(key), time.GetUtcNow());
        var sessions = context.RequestServices.GetRequiredService<AccountsDb>().Sessions.Where(each => each.Key == hash);
        var started = await sessions.Select(each => each.Started).SingleOrDefaultAsync(cancellationToken);
        var ends = new[] { now + Session.Idle, started + Session.AtMost }.Min();
        await sessions.ExecuteUpdateAsync(
            set => set.SetProperty(each => each.LastSeen, now).SetProperty(each => each.Ends, ends), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key, HttpContext context, CancellationToken cancellationToken)
    {
        var db = context.RequestServices.GetRequiredService<AccountsDb>();
        var hash = Hash(key);
        if (await db.Sessions.SingleOrDefaultAsync(each => each.Key == hash, cancellationToken) is not { } session)
            return;
        db.Sessions.Remove(session);
        db.Record(new SignedOut(session.Person, 1), Actor.Of(session.Person, session.Organisation));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives the session of a request a new key, so that one that was copied before is worth nothing. The caller saves.</summary>
    public static void Rekey(Session session, HttpContext context)
    {
        var key = NewKey();
        session.Rekey(Hash(key));
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, key)], IdentityConstants.ApplicationScheme)), IdentityConstants.ApplicationScheme);
        var cookie = options.Cookie.Build(context);
        cookie.Expires = session.Ends;
        options.CookieManager.AppendResponseCookie(context, options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), cookie);
    }

    /// <summary>The method claim of a sign-in that a second factor or passkey was part of.</summary>
    public const string SecondFactorMethod = "mfa";

    Task<string> ITicketStore.StoreAsync(AuthenticationTicket ticket) => throw WithoutRequest();

    Task<AuthenticationTicket?> ITicketStore.RetrieveAsync(string key) => throw WithoutRequest();

    Task ITicketStore.RenewAsync(string key, AuthenticationTicket ticket) => throw WithoutRequest();

    Task ITicketStore.RemoveAsync(string key) => throw WithoutRequest();

    // Without a second factor a coordinator works as a contributor, and an authoriser as a reader.
    private static MembershipRole Allowed(MembershipRole role, bool secondFactor) =>
        secondFactor || role < NeedsSecondFactor ? role
        : role == MembershipRole.Coordinator ? MembershipRole.Contributor : MembershipRole.Reader;

    private static Task<OrganisationId?> LastOrganisationAsync(AccountsDb db, PersonId person, CancellationToken cancellation) =>
        db.Memberships.Where(each => each.Person == person && each.State == MembershipState.Approved)
            .OrderByDescending(each => each.Decided).Select(each => (OrganisationId?)each.Organisation)
            .FirstOrDefaultAsync(cancellation);

    private static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    private static string Hash(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));

    private sealed record Found(Session Session, string FullName, PlatformRoles PlatformRoles)
    {
        public List<MembershipRole> Roles { get; init; } = [];
    }

    private static NotSupportedException WithoutRequest() => new("A session belongs to a request.");
}
