namespace Parelmuur.Catalogue.Tests.Home;

[Collection(WithSite.Name)]
public sealed class HomePageTests(ParelmuurApp site)
{
    [Fact]
    public async Task Get_Cards_AreOfEveryStageInTurn()
    {
        var stages = (await site.PageAsync("/")).QuerySelectorAll(".pm-muur > li .pm-fase").Select(stage => stage.TextContent.Trim().Split(' ')[^1]).ToList();
        Assert.Equal(["Pareltje", "Pilot", "Gedeeld", "Collectief", "Standaard", "Pareltje", "Pilot", "Gedeeld"], stages);
    }
}
