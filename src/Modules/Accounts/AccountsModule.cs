using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Audit;
using Parelmuur.Accounts.FirstRun;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.Mine;
using Parelmuur.Accounts.Passwords;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Platform;
using Parelmuur.Accounts.Providers;
using Parelmuur.Accounts.Reorganising;
using Parelmuur.Accounts.Samples;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Accounts.SignUp;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts;

/// <summary>Puts Accounts in the house: people, signing in, memberships.</summary>
public sealed class AccountsModule : IModule
{
    // What OWASP asks of PBKDF2 with SHA-512. A hash with fewer rounds is made again when its owner signs in.
    private const int HashRounds = 210_000;

    /// <inheritdoc/>
    public string Name => "Accounts";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformDb<AccountsDb>(configuration);
        services.AddIdentityCore<Person>(SetRules)
            .AddSignInManager()
            .AddPasswordValidator<EasyPassword>()
            .AddPasswordValidator<MostUsedPassword>()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserStore<Person>, PersonStore>()
            .Configure<IdentityPasskeyOptions>(SetPasskeyRules)
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds)
            .AddScoped<IUserClaimsPrincipalFactory<Person>, PersonPrincipal>()
            .AddSingleton<KeptPeople>()
            .AddSingleton<ILedgerReader>(services => services.GetRequiredService<KeptPeople>())
            .AddScoped<IAccounts, KnownPeople>()
            .AddScoped<DecideMembership>()
            .AddScoped<MoveMemberships>()
            .AddScoped<IDailyJob, MoveMembershipsDaily>()
            .AddScoped<IDailyJob, RemoveEndedSessions>()
            .AddScoped<MembershipMails>()
            .AddScoped<MakeAccount>()
            .AddScoped<TakeOverAccount>()
            .AddScoped<EndSessions>()
            .AddScoped<ProveIdentity>()
            .AddScoped<UsedCodes>()
            .AddScoped<EnterByProvider>()
            .AddScoped<EndByProvider>()
            .AddScoped<OwnData>()
            .AddScoped<CloseAccount>()
            .AddScoped<AccountMails>()
            .AddScoped<LoadSamplePeople>()
            .AddScoped<MakeManager>()
            .AddScoped<IFirstManager>(services => services.GetRequiredService<MakeManager>())
            .AddScoped<IPersonalSection, OwnStanding>()
            .AddScoped<IDeskSection, WaitingMembers>()
            .AddScoped<ISubjectNames, NamesOfPeople>()
            .AddScoped<ISubjectNames, NamesOfOrganisations>()
            .AddScoped<ReadLedger>()
            .AddSingleton<NoteLook>()
            .AddHostedService<OfferSetup>()
            .AddHostedService<CheckOrganisations>()
            .AddRateLimiter(limits => Attempts.Limit(limits, configuration))
            .AddSingleton<SessionStore>();
        AddCookies(services);
        var providers = KnownProviders.Read(configuration);
        services.AddSingleton(providers).AddProviders(providers);
    }

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => AccountsPolicies.Add(policies);

    /// <inheritdoc/>
    public void AddPages(PageConventionCollection pages)
    {
        foreach (var folder in (string[])["/SignIn", "/SignUp", "/Passwords", "/FirstRun", "/Providers"])
            pages.AuthorizeFolder(folder, AccountsPolicies.Enter);
        foreach (var page in (string[])["/Providers/Link", "/Providers/Unlink"])
            pages.AuthorizePage(page, AccountsPolicies.Own);
        foreach (var folder in (string[])["/Mine", "/Memberships", "/Security", "/Email"])
            pages.AuthorizeFolder(folder, AccountsPolicies.Own);
        pages.AllowAnonymousToPage("/Email/Confirm");
        pages.AuthorizeFolder("/Members", AccountsPolicies.Members);
        pages.AuthorizeFolder("/Requests", AccountsPolicies.Decide);
        pages.AuthorizeFolder("/Platform", AccountsPolicies.Platform);
        pages.AuthorizeFolder("/Desk", AccountsPolicies.Desk);
        pages.AuthorizeFolder("/Audit", AccountsPolicies.Audit);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        LedgerFiles.Map(routes);
        ProviderEndpoints.Map(routes);
    }

    /// <inheritdoc/>
    public Task SeedAsync(IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation) =>
        services.GetRequiredService<LoadSamplePeople>().RunAsync(samples, cancellation);

    // A long sentence is easier to remember and harder to guess than eight odd signs (NIST SP 800-63B, ASVS 6.2).
    private static void SetRules(IdentityOptions identity)
    {
        identity.Password.RequiredLength = Person.MinPasswordLength;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    // A passkey counts as two factors because the device itself asks who holds it.
    private static void SetPasskeyRules(IdentityPasskeyOptions passkeys) =>
        passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required";

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = SessionCookie.Name;
                cookie.ExpireTimeSpan = Session.Idle;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/inloggen";
                cookie.ReturnUrlParameter = "terug";
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                cookie.Cookie.Name = "__Host-tweede-stap";
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionStore>((cookie, sessions) => cookie.SessionStore = sessions);
    }
}
