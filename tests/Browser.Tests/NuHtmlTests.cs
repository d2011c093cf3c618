using System.Diagnostics;

namespace Parelmuur.Browser.Tests;

/// <summary>Every page is valid HTML, as the Nu HTML checker reads it.</summary>
[Collection(WithSite.Name)]
public sealed class NuHtmlTests(ParelmuurApp site)
{
    private static readonly string Jar = Repository.Path("tests/Browser.Tests/node_modules/vnu-jar/build/dist/vnu.jar");

    private readonly Dictionary<string, Visitor> visitors = [];

    [NuFact]
    public async Task EveryPage_InBothLanguages_HasNoErrors()
    {
        var folder = Directory.CreateTempSubdirectory("parelmuur-nu-");
        foreach (var page in BrowserPage.All)
        {
            foreach (var root in (string[])["", "/en"])
            {
                var name = string.Concat(page.Name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' '));
                await File.WriteAllTextAsync(
                    Path.Combine(folder.FullName, $"{name}{root.Replace('/', ' ')}.html"), await HtmlAsync(root, page));
            }
        }

        using var checker = Process.Start(new ProcessStartInfo(
            "java", ["-jar", Jar, "--errors-only", "--skip-non-html", folder.FullName]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = await checker.StandardError.ReadToEndAsync();
        await checker.WaitForExitAsync();
        folder.Delete(recursive: true);
        Assert.True(errors.Length == 0, errors);
    }

    private async Task<string> HtmlAsync(string root, BrowserPage page)
    {
        if (page.As is { } person)
        {
            if (!visitors.TryGetValue(person, out var visitor))
                visitors[person] = visitor = await site.AsAsync(person);
            using var answer = await visitor.RawAsync(HttpMethod.Get, root + page.Path);
            return await answer.Content.ReadAsStringAsync();
        }

        var address = new Uri(root + page.Path, UriKind.Relative);
        using var form = new FormUrlEncodedContent([new("tekst", page.PostText ?? "")]);
        using var response = page.PostText is null ? await site.Client.GetAsync(address) : await site.Client.PostAsync(address, form);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Needs Java and the checker of npm.</summary>
    private sealed class NuFactAttribute : FactAttribute
    {
        public NuFactAttribute()
        {
            if (!File.Exists("/usr/bin/java") || !File.Exists(Jar))
                Skip = "Java or the Nu HTML checker is not installed.";
        }
    }
}
