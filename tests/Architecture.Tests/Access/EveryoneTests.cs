using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Every address as every kind of person. The table below says who may; a new policy needs a line here.</summary>
[Collection(WithSite.Name)]
public sealed class EveryoneTests(ParelmuurApp site)
{
    private const Who Contributors = Who.Contributor | Who.Coordinator | Who.Supplier;
    private const Who Members = Who.Reader | Who.Contributor | Who.Coordinator | Who.Authoriser | Who.Supplier;
    private const Who SignedIn = Members | Who.Editor | Who.PlatformManager | Who.Auditor;
    private const Who Everyone = SignedIn | Who.Anonymous;

    /// <summary>Who may do what: each policy of each room, once.</summary>
    private static readonly Dictionary<string, Who> Table = new(StringComparer.Ordinal)
    {
        ["accounts.enter"] = Everyone,
        ["accounts.ended"] = Everyone,
        ["accounts.own"] = SignedIn,
        ["accounts.members"] = Who.Coordinator,
        ["accounts.decide"] = Who.Coordinator | Who.PlatformManager,
        ["accounts.platform"] = Who.PlatformManager,
        ["accounts.desk"] = Who.Editor | Who.PlatformManager,
        ["accounts.audit"] = Who.Auditor,
        ["organisations.read"] = Everyone,
        ["organisations.manage"] = Who.Editor | Who.PlatformManager,
        ["catalogue.read"] = Everyone,
        ["catalogue.write"] = Everyone,
        ["catalogue.own"] = SignedIn,
        ["catalogue.share"] = Contributors,
        ["catalogue.record"] = Contributors,
        ["catalogue.intend"] = Contributors,
        ["catalogue.see-checks"] = Members,
        ["catalogue.improve"] = Members,
        ["catalogue.tip"] = Members,
        ["catalogue.report"] = SignedIn,
        ["catalogue.thesaurus"] = Who.Editor,
        ["catalogue.judge-rejections"] = Who.Editor,
        ["catalogue.decide"] = Who.Editor,
        ["catalogue.merge"] = Who.Editor,
        ["catalogue.edit"] = SignedIn,
        ["catalogue.steward"] = SignedIn,
        ["conversations.read"] = Everyone,
        ["joining.read"] = Everyone,
        ["conversations.follow"] = SignedIn,
        ["conversations.write"] = Members,
        ["conversations.report"] = SignedIn,
        ["conversations.moderate"] = Who.Editor,
        ["joining.plan"] = SignedIn,
        ["joining.see"] = Members,
        ["joining.keep"] = Who.Coordinator,
        ["joining.work"] = Contributors,
    };

    /// <summary>The sample person of each kind; a supplier has none yet, so only its policies are asked.</summary>
    private static readonly Dictionary<Who, string?> People = new()
    {
        [Who.Anonymous] = null,
        [Who.Reader] = "Lotte Kramer",
        [Who.Contributor] = "Samira Yıldız",
        [Who.Coordinator] = "Joost van Rijn",
        [Who.Coordinator | Who.Authoriser] = "Omar Bensaïd",
        [Who.Editor] = "Eva Mulder",
        [Who.PlatformManager] = "Pim Hendriks",
        [Who.Auditor] = "Rosa Blom",
    };

    /// <summary>Pages that who may see them finds only in some state, or that keep what was sent without a token.</summary>
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["/fout"] = "tells of an error, with the status of that error",
        ["/eerste-start"] = "is there while nobody manages the platform",
        ["/mijn/beveiliging/herstelcodes"] = "is there once the second step is on",
        ["/mijn/beveiliging/tweede-stap-uit"] = "is there once the second step is on",
        ["/eerst-kijken/vastleggen"] = "goes back to the question without one",
        ["/deel"] = "keeps the text and asks to sign in",
    };

    [Fact]
    public async Task Policy_OfAnyAddress_StandsInTheTable()
    {
        var addresses = await Address.AllAsync(site.Services);

        Assert.NotEmpty(addresses);
        Assert.Equal([], addresses.SelectMany(each => each.Policies).Distinct().Where(policy => !Table.ContainsKey(policy)));
    }

    [Fact]
    public async Task Policy_LetsInWhomTheTableNames_AndNobodyElse()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        List<string> wrong = [];
        foreach (var (policy, may) in Table)
        {
            foreach (var who in Enum.GetValues<Who>().Where(each => each != Who.Nobody))
            {
                if ((await access.AuthorizeAsync(PersonOf(who), null, policy)).Succeeded != may.HasFlag(who))
                    wrong.Add($"{policy} as {who}");
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Address_AsEveryone_AnswersAsTheTableSays()
    {
        var addresses = await Address.AllAsync(site.Services);
        List<string> wrong = [];
        foreach (var (who, name) in People)
        {
            using var visitor = name is null ? site.Visit() : await site.AsAsync(name);
            foreach (var address in addresses)
            {
                // "catalogue.read" and the like let in everyone whom the whole list of its policies lets in.
                var may = address.Policies.All(policy => Table.TryGetValue(policy, out var allowed) && (allowed & who) != Who.Nobody);
                foreach (var method in address.Methods.Where(each => each is "GET" or "POST"))
                {
                    // A post without the token of a form changes nothing: it is refused before the page looks at it.
                    using var content = method == "POST" ? new FormUrlEncodedContent([]) : null;
                    using var answer = await visitor.RawAsync(new(method), address.Path, content);
                    if (!IsRight(address, method, may, who, answer))
                        wrong.Add($"{method} {address.Path} as {who}: {(int)answer.StatusCode} {answer.Headers.Location}, may: {may}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsRight(Address address, string method, bool may, Who who, HttpResponseMessage answer)
    {
        var asksToSignIn = answer.Headers.Location?.OriginalString.Contains("/inloggen?terug=", StringComparison.Ordinal) == true;
        if (!may)
            return who == Who.Anonymous ? asksToSignIn : answer.StatusCode == (AsksForRole(address) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound);
        if (Otherwise.ContainsKey(address.Path.TrimEnd('/')))
            return answer.StatusCode is not HttpStatusCode.Forbidden;
        if (asksToSignIn || (int)answer.StatusCode >= 500)
            return false;
        return method == "POST" && address.Page is not null
            ? answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.OK
            : answer.StatusCode != HttpStatusCode.NotFound || address.IsOfOneThing || !address.Path.StartsWith('/');
    }

    // Who lacks a role at an organisation reads which one it takes.
    private static bool AsksForRole(Address address) =>
        address.Policies.Any(policy => Table.TryGetValue(policy, out var allowed) && (allowed & ~Members) == Who.Nobody);

    private static ClaimsPrincipal PersonOf(Who who)
    {
        if (who == Who.Anonymous)
            return new();
        MembershipRole? role = who switch
        {
            Who.Reader => MembershipRole.Reader,
            Who.Contributor or Who.Supplier => MembershipRole.Contributor,
            Who.Coordinator => MembershipRole.Coordinator,
            Who.Authoriser => MembershipRole.Authoriser,
            _ => null,
        };
        var platform = who switch
        {
            Who.Editor => PlatformRoles.Editor,
            Who.PlatformManager => PlatformRoles.PlatformManager,
            Who.Auditor => PlatformRoles.Auditor,
            _ => PlatformRoles.None,
        };
        return new(new PersonIdentity(
            new(PersonId.New(), "Iemand", role is null ? null : OrganisationId.New(), role is { } one ? [one] : [], platform, Guid.NewGuid()), "test"));
    }

    /// <summary>The kinds of people.</summary>
    [Flags]
    private enum Who
    {
        Nobody = 0,
        Anonymous = 1,
        Reader = 2,
        Contributor = 4,
        Coordinator = 8,
        Authoriser = 16,
        Editor = 32,
        PlatformManager = 64,
        Auditor = 128,
        Supplier = 256,
    }
}
