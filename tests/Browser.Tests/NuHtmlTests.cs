using System.Diagnostics;

namespace Parelmuur.Browser.Tests;

/// <summary>Every page is valid HTML, as the Nu HTML checker reads it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NuHtmlTests(Browser browser)
{
    private static readonly string Jar = Repository.Path("tests/Browser.Tests/node_modules/vnu-jar/build/dist/vnu.jar");

    [NuFact]
    public async Task EveryPage_InBothLanguages_HasNoErrors()
    {
        var folder = Directory.CreateTempSubdirectory("parelmuur-nu-");
        foreach (var page in BrowserPage.All)
        {
            foreach (var english in (bool[])[false, true])
            {
                var tab = await browser.OpenAsync(page, script: false, english: english);
                var html = page.PostText is null
                    ? await (await tab.APIRequest.GetAsync((english ? "/en" : "") + page.Path)).TextAsync()
                    : "<!doctype html>" + await tab.Locator("html").EvaluateAsync<string>("html => html.outerHTML");
                var name = string.Concat(page.Name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' '));
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}{(english ? " en" : "")}.html"), html);
                await tab.Context.CloseAsync();
            }
        }

        using var checker = Process.Start(new ProcessStartInfo(
            "java", ["-jar", Jar, "--errors-only", "--skip-non-html", folder.FullName]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = await checker.StandardError.ReadToEndAsync();
        await checker.WaitForExitAsync();
        folder.Delete(recursive: true);
        Assert.Equal("", errors);
    }

    /// <summary>Needs Chromium, Java and the checker of npm.</summary>
    private sealed class NuFactAttribute : FactAttribute
    {
        public NuFactAttribute()
        {
            if (!File.Exists(Browser.Executable))
                Skip = "Chromium is not installed.";
            else if (!File.Exists("/usr/bin/java") || !File.Exists(Jar))
                Skip = "Java or the Nu HTML checker is not installed.";
        }
    }
}
