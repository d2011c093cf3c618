using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;

namespace Parelmuur.Catalogue.Tests.Desk;

/// <summary>What waits for editors stands on their desk: doubles, steps that are asked for, and what looks for a steward.</summary>
public sealed class DeskSectionsTests
{
    [Theory, OnEachDatabase]
    public async Task Desk_ShowsWhatWaits_EachWithTheWayToDecide(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var one = await site.MakeAsync("Bureauklapper links");
        var other = await site.StoredAsync(await site.MakeAsync("Bureauklapper rechts"));
        await site.FoundAsync("Bureauklapper rechts");
        using var owner = await site.AsAsync("Femke de Boer");
        using var editor = await site.AsAsync("Eva Mulder");
        await owner.SubmitAsync($"/oplossingen/{one}/dubbel?zoek=bureauklapper", "Meld het aan de redactie", ("Form.Other", other.Id.ToString()));
        await owner.SubmitAsync($"/oplossingen/{one}/volgende-fase", "Vraag de volgende stap aan");
        await owner.SubmitAsync(
            $"/oplossingen/{one}/overdragen", "Vraag het", ("Form.Person", (await site.PersonAsync("Femke de Boer", "deventer")).ToString()));
        await owner.SubmitAsync($"/oplossingen/{one}/overdragen", "Ik stop ermee");

        var desk = await editor.OpenAsync("/redactie");

        var links = desk.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains(links, link => link.StartsWith("/oplossingen/bureauklapper-", StringComparison.Ordinal) && link.Contains("/samenvoegen?met=", StringComparison.Ordinal));
        Assert.Contains($"/oplossingen/{one}/fase", links);
        Assert.Contains($"/oplossingen/{one}/overdragen", links);
        Assert.Contains("Vraagt de fase Gedeeld aan.", desk.Body!.TextContent, StringComparison.Ordinal);
    }
}
