using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Parelmuur.Accounts.Providers;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Providers;

/// <summary>Settings of providers: what they mean, and what stops the start.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Read_All_KnowsWhatEachMeans()
    {
        var provider = Assert.Single(Read(
            ("Authority", "https://inloggen.gemeente.example/"), ("OrganisationClaim", "oin"), ("Organisations", "urn:oin:0001=zutphen;0002 = deventer"),
            ("RoleClaim", "groups"), ("Roles", "CN=a,OU=b=Coordinator"), ("SecondFactorBy", "mfa hwk"), ("EndsAtProvider", "true")).All);

        Assert.Equal("https://inloggen.gemeente.example", provider.Authority);
        Assert.True(provider.IsIssuer("https://inloggen.gemeente.example/"));
        Assert.False(provider.IsIssuer("https://inloggen.gemeente.example.nl"));
        Assert.Equal(["openid", "profile", "email"], provider.Scopes);
        Assert.Equal(("zutphen", "deventer"), (provider.Organisations["urn:oin:0001"], provider.Organisations["0002"]));
        Assert.Equal(MembershipRole.Coordinator, provider.Roles["CN=a,OU=b"]);
        Assert.Equal((2, true, false), (provider.SecondFactorBy.Count, provider.EndsAtProvider, provider.EmailIsVerified));
    }

    [Theory]
    [InlineData("Key", "", "SignIn:Providers:0:Key ontbreekt")]
    [InlineData("Key", "Gemeente Zutphen", "SignIn:Providers:0:Key komt in adressen")]
    [InlineData("Key", "passkey", "SignIn:Providers:0:Key komt in adressen")]
    [InlineData("ClientSecret", "", "SignIn:Providers:0:ClientSecret ontbreekt")]
    [InlineData("Authority", "http://inloggen.gemeente.example", "Authority is geen veilig adres")]
    [InlineData("Authority", "inloggen", "Authority is geen veilig adres")]
    [InlineData("Scopes", "email", "Scopes mist openid")]
    [InlineData("EmailIsVerified", "ja", "EmailIsVerified moet true of false zijn")]
    [InlineData("OrganisationClaim", "oin", "OrganisationClaim en Organisations horen bij elkaar")]
    [InlineData("Organisations", "zutphen", "Organisations is niet te lezen")]
    [InlineData("Organisations", "1=zutphen;1=deventer", "Organisations is niet te lezen")]
    [InlineData("Roles", "baas=Authoriser", "Roles geeft baas de rol Authoriser")]
    [InlineData("Roles", "baas=PlatformManager", "Roles geeft baas de rol PlatformManager")]
    public void Read_Wrong_SaysWhatToDo(string name, string value, string message)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => Read((name, value)));
        Assert.Contains(wrong.Failures, failure => failure.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TheSameKeyTwice_SaysSo()
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => Read([.. Good(1)]));
        Assert.Contains("staat er twee keer", Assert.Single(wrong.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAnUnknownOrganisation_SaysWhich()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false,
            [
                .. Good(0).Select(each => $"--SignIn:Providers:{each.Name}={each.Value}"),
                "--SignIn:Providers:0:OrganisationClaim=oin", "--SignIn:Providers:0:Organisations=1=nergenshuizen",
            ]));
        Assert.Contains("noemt de organisatie nergenshuizen", Assert.Single(wrong.Failures), StringComparison.Ordinal);
    }

    private static KnownProviders Read(params (string Name, string Value)[] others) => KnownProviders.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(Good(0).Concat(others.Select(each => (Name: each.Name.Contains(':', StringComparison.Ordinal) ? each.Name : $"0:{each.Name}", each.Value)))
            .Select(each => KeyValuePair.Create($"SignIn:Providers:{each.Name}", (string?)each.Value)).GroupBy(each => each.Key).Select(same => same.Last()))
        .Build());

    private static IEnumerable<(string Name, string Value)> Good(int number) =>
    [
        ($"{number}:Key", "gemeente"), ($"{number}:Name", "Gemeente"), ($"{number}:Authority", "https://inloggen.gemeente.example"),
        ($"{number}:ClientId", "parelmuur"), ($"{number}:ClientSecret", "geheim"),
    ];
}
