namespace Parelmuur.Organisations.Tests;

public sealed class PeersTests(NamesFixture names) : IClassFixture<NamesFixture>
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private IReadOnlyList<PeerMunicipality> Peers(string code, int count = 12, DateOnly? on = null) =>
        names.Organisations.Peers(MunicipalityCode.Parse(code).OrganisationId, count, on ?? Today);

    [Fact]
    public void Peers_OfEveryMunicipality_AreOthersOfTodayWithAReason() =>
        Assert.All(names.Organisations.MunicipalitiesOn(Today), each =>
        {
            var peers = Peers(each.Code.Value);
            Assert.Equal(12, peers.Select(peer => peer.Municipality.Id).Distinct().Count());
            Assert.DoesNotContain(peers, peer => peer.Municipality.Id == each.Id || !peer.Municipality.ExistsOn(Today));
            Assert.All(peers, peer => Assert.NotEmpty(peer.Reason));
        });

    [Fact]
    public void Peers_AskedTwice_AreTheSame() =>
        Assert.Equal(Peers("GM0301").Select(peer => (peer.Municipality.Code, peer.Reason)),
            Peers("GM0301").Select(peer => (peer.Municipality.Code, peer.Reason)));

    [Fact]
    public void Peers_AskedForFewer_AreTheFirstOfMore() =>
        Assert.Equal(Peers("GM0301", 12).Take(3).Select(peer => peer.Municipality.Code),
            Peers("GM0301", 3).Select(peer => peer.Municipality.Code));

    [Fact]
    public void Peers_AreMostlyPeersOfEachOther()
    {
        var pairs = names.Organisations.MunicipalitiesOn(Today)
            .SelectMany(each => Peers(each.Code.Value).Select(peer => (each.Code, Peer: peer.Municipality.Code))).ToHashSet();
        var mutual = pairs.Count(pair => pairs.Contains((pair.Peer, pair.Code)));
        Assert.True(mutual > pairs.Count / 2, $"{mutual} of {pairs.Count} pairs are mutual.");
    }

    [Fact]
    public void Peers_OfAnIsland_StartWithTheOtherSmallIsland() =>
        Assert.Equal("Schiermonnikoog: bijna even groot, even dicht bewoond, zelfde provincie, zelfde veiligheidsregio",
            Peers("GM0096", 1).Select(peer => $"{peer.Municipality.Name}: {peer.Reason}").Single());

    [Fact]
    public void Peers_OfTheLargestCity_AreLargeCities() =>
        Assert.All(Peers("GM0363", 3), peer => Assert.Contains(peer.Municipality.Name, new[] { "Rotterdam", "Den Haag", "Utrecht" }));

    [Fact]
    public void Peers_JustAsLargeInTheSameProvince_SaySo()
    {
        var peer = Peers("GM0301").First(peer => peer.Municipality.Province.Name == "Gelderland");
        Assert.Contains("zelfde provincie", peer.Reasons);
    }

    [Theory]
    [InlineData("GM0788", "2026-11-21")]
    [InlineData("GM1992", "2020-01-01")]
    public void Peers_OfWhoDoesNotExistThatDay_AreNone(string code, string on) =>
        Assert.Empty(Peers(code, on: DateOnly.Parse(on)));

    [Fact]
    public void Peers_OnADayInThePast_ExistedThatDay() =>
        Assert.All(Peers("GM0301", 12, new DateOnly(2018, 6, 1)), peer =>
            Assert.True(peer.Municipality.ExistsOn(new DateOnly(2018, 6, 1))));

    [Fact]
    public void Peers_OfAnUnknownOrganisation_AreNone() =>
        Assert.Empty(names.Organisations.Peers(Kernel.People.OrganisationId.New(), 12, Today));
}
