using System.Text.Json;

namespace Parelmuur.Conversations.Tests.Mine;

/// <summary>What this room keeps about a person is in "Mijn gegevens", and only that person gets it.</summary>
public sealed class OwnDataTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Data_AsPageAndFile_HoldsWhatThePersonWrote()
    {
        var text = Talk.Unique("Wij doen dit sinds mei.");
        using var writer = await site.AsAsync("Lotte Kramer");
        using var other = await site.AsAsync("Femke de Boer");
        await writer.WriteAsync($"/oplossingen/{(await site.SolutionAsync()).Slug}/reactie", text, "Plaats mijn reactie");

        var page = await writer.OpenAsync("/mijn/gegevens");

        Assert.Contains("Vragen, antwoorden en reacties: 1", page.Body!.TextContent, StringComparison.Ordinal);
        var contribution = Assert.Single((await RoomsAsync(writer)).GetProperty("contributions").EnumerateArray());
        Assert.Equal((text, "Comment"), (contribution.GetProperty("text").GetString(), contribution.GetProperty("kind").GetString()));
        Assert.Empty((await RoomsAsync(other)).GetProperty("contributions").EnumerateArray());
    }

    private static async Task<JsonElement> RoomsAsync(Visitor visitor)
    {
        using var answer = await visitor.RawAsync(HttpMethod.Get, "/mijn/gegevens?handler=File");
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("rooms");
    }
}
