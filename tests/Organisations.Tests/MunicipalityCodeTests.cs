using System.Text.Json;

namespace Parelmuur.Organisations.Tests;

public sealed class MunicipalityCodeTests
{
    // These two values are for ever: ids in databases and exports all over the country follow from them.
    [Theory]
    [InlineData("GM0363", "f5fcaaf4-0755-8ca7-acbb-f13fd5b7f87c")]
    [InlineData("GM0014", "ed8ebfc0-38ca-8a65-9861-3785e65f0de6")]
    public void OrganisationId_NeverChanges(string code, string id) =>
        Assert.Equal(id, MunicipalityCode.Parse(code).OrganisationId.ToString());

    [Theory]
    [InlineData("gm0363")]
    [InlineData("GM0363")]
    public void TryParse_Code_KeepsZerosAndCapitals(string text)
    {
        Assert.True(MunicipalityCode.TryParse(text, out var code));
        Assert.Equal("GM0363", code.ToString());
        Assert.Equal("https://identifier.overheid.nl/tooi/id/gemeente/gm0363", code.TooiUri.AbsoluteUri);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0363")]
    [InlineData("GM363")]
    [InlineData("GM03635")]
    [InlineData("PV0363")]
    [InlineData("GM０３６３")]
    public void TryParse_AnythingElse_IsNoCode(string? text) => Assert.False(MunicipalityCode.TryParse(text, out _));

    [Fact]
    public void Json_IsAText()
    {
        var code = MunicipalityCode.Parse("GM0080");
        Assert.Equal("\"GM0080\"", JsonSerializer.Serialize(code));
        Assert.Equal(code, JsonSerializer.Deserialize<MunicipalityCode>("\"gm0080\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MunicipalityCode>("\"Leeuwarden\""));
    }
}
