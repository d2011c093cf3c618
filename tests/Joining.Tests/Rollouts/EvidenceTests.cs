using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Files;

namespace Parelmuur.Joining.Tests.Rollouts;

/// <summary>Files that show that a step is done: for colleagues only, and gone when nobody refers to them.</summary>
public sealed class EvidenceTests
{
    private const string Start = "/oplossingen/open-raadsinformatie/stappenplan/aansluiten", Begin = "Begin met de eerste stap", Save = "Bewaar";

    [Theory, OnEachDatabase]
    public async Task Evidence_IsForColleaguesOnly_AndCanBeTakenAway(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        using var samira = await site.AsAsync("Samira Yıldız");
        using var omar = await site.AsAsync("Omar Bensaïd");
        using var femke = await site.AsAsync("Femke de Boer");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;

        var page = await samira.UploadAsync(
            await samira.OpenAsync($"{path}/stap/2"), Save, HttpStatusCode.OK,
            [("Form.Evidence", "verslag <1>.pdf", SampleFiles.Pdf), ("Form.Evidence", "foto.png", SampleFiles.Png())], ("Form.State", "Done"));

        var link = page.QuerySelector("#stap-2 a[href*='/bestanden/']")!;
        Assert.Equal("verslag -1-.pdf", link.TextContent);
        var address = link.GetAttribute("href")!;
        using (var answer = await omar.RawAsync(HttpMethod.Get, address))
        {
            Assert.Equal(SampleFiles.Pdf, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal("sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
        }

        using (var answer = await femke.RawAsync(HttpMethod.Get, address))
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using (var visitor = site.Visit())
        using (var answer = await visitor.RawAsync(HttpMethod.Get, address))
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);

        var form = await omar.OpenAsync($"{path}/stap/2");
        var file = form.QuerySelector("[name='Form.Remove']")!.GetAttribute("value")!;
        page = await omar.SubmitAsync(form, Save, HttpStatusCode.OK, ("Form.Remove", file));
        Assert.Equal(["foto.png"], page.QuerySelectorAll("#stap-2 a[href*='/bestanden/']").Select(each => each.TextContent));
        using (var answer = await samira.RawAsync(HttpMethod.Get, address))
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await using var scope = site.Services.CreateAsyncScope();
        var rollout = Guid.Parse(path.Split('/')[^1]);
        var kept = new List<Kernel.People.FileId>();
        foreach (var room in scope.ServiceProvider.GetServices<IKeepFiles>())
            kept.AddRange(await room.KeptAsync([rollout], default));
        Assert.DoesNotContain(new(Guid.Parse(file)), kept);
        Assert.Single(kept);
    }

    [Fact]
    public async Task Evidence_ThatIsNotTaken_SaysWhy_AndTheRestIsSaved()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;

        var page = await samira.UploadAsync(
            await samira.OpenAsync($"{path}/stap/1"), Save, HttpStatusCode.BadRequest,
            [("Form.Evidence", "goed.txt", "tekst"u8.ToArray()), ("Form.Evidence", "virus.exe", [0x4D, 0x5A, 0x90, 0, 3, 0])],
            ("Form.State", "Done"), ("Form.Hours", "7"));

        Assert.Contains("virus.exe:", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        // The form that came back goes on from what was saved.
        var stored = await samira.SubmitAsync(page, Save, HttpStatusCode.OK, ("Form.Hours", "8"));
        Assert.Equal(["goed.txt"], stored.QuerySelectorAll("#stap-1 a[href*='/bestanden/']").Select(each => each.TextContent));
        Assert.Contains("1 van 6 stappen klaar.", stored.Body!.TextContent, StringComparison.Ordinal);
        page = await samira.UploadAsync(
            await samira.OpenAsync($"{path}/stap/1"), Save, HttpStatusCode.BadRequest,
            [.. Enumerable.Range(0, 10).Select(number => ("Form.Evidence", $"{number}.txt", "tekst"u8.ToArray()))]);
        Assert.Contains("hoogstens 10 bestanden", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }
}
