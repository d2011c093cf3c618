using System.Net;

namespace Parelmuur.Nodes.Tests;

/// <summary>What people see when a database or the disk fails, and that it is over when the fault is.</summary>
public sealed class FaultTests
{
    [NodesFact]
    public async Task DatabaseAway_PagesStillAnswer_AndNothingTypedIsLost()
    {
        const string Solution = "/oplossingen/vroegbel", Text = "Wij belden met drie collega’s, elke dinsdag.";
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        using var database = await PostgresPair.StartAsync();
        var node = new Node(Path.Combine(folder, "1.sock"), database.Connection);
        try
        {
            await node.StartAsync();
            await database.JobsAreDoneAsync();
            using var reader = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
            using var samira = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
            await samira.SubmitAsync("/inloggen", "Log in als Samira Yıldız");
            var form = await samira.OpenAsync($"{Solution}/reactie");
            await reader.OpenAsync(Solution);

            await database.KillAsync();
            await Until.TrueAsync(() => node.TellsAsync("has not answered"));
            var read = await reader.OpenAsync(Solution);
            var kept = await samira.SubmitAsync(form, "Bekijk het eerst", HttpStatusCode.ServiceUnavailable, ("Form.Text", Text));
            var other = await reader.OpenAsync("/gemeenten/zutphen/ontwikkeling-die-niemand-opvroeg", HttpStatusCode.NotFound);

            Assert.Contains("Je ziet de site zoals zij net was", read.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Je ziet de site zoals zij net was", other.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Text, kept.QuerySelector("main .pm-verschil")!.TextContent);

            await database.PromoteAsync();
            await Until.TrueAsync(async () => !await node.TellsAsync("has not answered"));
            var preview = await samira.SubmitAsync(kept, "Verstuur het nog eens", HttpStatusCode.OK);
            await samira.SubmitAsync(preview, "Plaats mijn reactie", HttpStatusCode.OK);
            var page = await samira.OpenAsync(Solution);
            Assert.Contains(Text, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Je ziet de site zoals zij net was", page.Body.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            node.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    [DiskFact]
    public async Task DiskFull_PagesStillAnswer_AndNothingTypedIsLost()
    {
        const string Solution = "/oplossingen/vroegbel", Text = "Wij doen dit elke maandag.";
        using var disk = await SmallDisk.MountAsync();
        using var node = new Node(Path.Combine(disk.Folder, "1.sock"), $"Data Source={disk.Folder}/parelmuur.db");
        await node.StartAsync();
        using var reader = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
        using var samira = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
        await samira.SubmitAsync("/inloggen", "Log in als Samira Yıldız");
        var form = await samira.OpenAsync($"{Solution}/reactie");
        var preview = await samira.SubmitAsync(form, "Bekijk het eerst", HttpStatusCode.OK, ("Form.Text", Text));

        await disk.FillAsync();
        var kept = await samira.SubmitAsync(preview, "Plaats mijn reactie", HttpStatusCode.ServiceUnavailable);
        Assert.Contains(Text, kept.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await reader.OpenAsync("/muur");
        Assert.True(await node.TellsAsync("are free on the disk of the database"));

        disk.Empty();
        await samira.SubmitAsync(kept, "Verstuur het nog eens", HttpStatusCode.OK);
        Assert.Contains(Text, (await samira.OpenAsync(Solution)).Body!.TextContent, StringComparison.Ordinal);
    }
}
