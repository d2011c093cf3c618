using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Share;

/// <summary>How long it takes to share a pareltje: somebody types the four answers in Chromium, with and without script.</summary>
/// <remarks>
/// The hands are scripted: 200 characters a minute, Tab from field to field, one click to begin. What a person thinks or
/// reads is not in it; reading the questions is estimated apart, from their words.
/// </remarks>
internal static class ShareBench
{
    private const string Chromium = "/usr/bin/chromium", Writer = "Samira Yıldız";
    private const int CharactersPerMinute = 200, WordsReadPerMinute = 200, BudgetSeconds = 180;

    private static readonly (string Field, string Text)[] Answers =
    [
        ("Form.Title", "Geldspreekuur in de wachtkamer"),
        ("Form.Promise", "Wie op een afspraak wacht, krijgt meteen antwoord op een vraag over geld."),
        ("Form.WhatWeDid", "Op dinsdag zitten twee collega's van schuldhulp in de wachtkamer van de balie. Ze lopen langs en vragen of er iets met geld is. Meestal is het in vijf minuten geregeld."),
        ("Form.Contact", Writer),
    ];

    /// <summary>Runs both ways and prints a table.</summary>
    public static async Task RunAsync(string[] args)
    {
        if (!File.Exists(Chromium))
        {
            Console.WriteLine("Overgeslagen: Chromium ontbreekt. Op Debian: apt-get install chromium");
            return;
        }

        using var folder = new TempFolder();
        using var site = await SiteProcess.StartAsync(folder, cached: true, samples: Tests.Repository.Path("samples"));
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });

        Table.Head("Sharing a pareltje, from the empty form to the wall", "", "script", "no script", "budget");
        var with = await ShareAsync(chromium, site.Address, script: true);
        var without = await ShareAsync(chromium, site.Address, script: false);
        Row("characters typed", run => $"{run.Characters}");
        Row("other keys and clicks", run => $"{run.Keys}");
        Row("typing, at 200 a minute", run => $"{run.Typing:0} s");
        Row("waiting for the site", run => $"{run.Waiting:0.0} s");
        Row("together", run => $"{run.Elapsed:0} s", $"< {BudgetSeconds} s", Verdict(run => run.Elapsed));
        Row("reading the questions, an estimate", run => $"{run.Reading:0} s");
        Row("with reading", run => $"{run.Elapsed + run.Reading:0} s", $"< {BudgetSeconds} s", Verdict(run => run.Elapsed + run.Reading));
        Console.WriteLine($"The estimate: {with.Words} words, the headings, questions and hints of both pages, at {WordsReadPerMinute} a minute.");

        string Verdict(Func<Run, double> seconds) => seconds(with) < BudgetSeconds && seconds(without) < BudgetSeconds ? "ok" : "FALLS SHORT";

        void Row(string what, Func<Run, string> cell, params string[] rest) => Table.Row([what, cell(with), cell(without), .. rest]);
    }

    private static async Task<Run> ShareAsync(IBrowser chromium, string address, bool script)
    {
        var context = await chromium.NewContextAsync(new() { BaseURL = address, JavaScriptEnabled = script });
        var tab = await context.NewPageAsync();
        await tab.GotoAsync("/inloggen");
        await tab.GetByRole(AriaRole.Button, new() { Name = $"Log in als {Writer}" }).ClickAsync();

        var hands = new Hands(tab, TimeSpan.FromMinutes(1) / CharactersPerMinute);
        var watch = Stopwatch.StartNew();
        await tab.GotoAsync("/deel");
        var words = await WordsAsync(tab);
        foreach (var (field, text) in Answers)
        {
            await hands.GoToAsync($"[name='{field}']");
            if (await tab.Locator($"[name='{field}']").InputValueAsync() != text)
                await hands.TypeAsync(text);
        }

        await hands.GoToAsync("button:has-text('Bekijk en deel')");
        await hands.PressAsync("Enter");
        await tab.WaitForURLAsync("**/voorbeeld");
        words += await WordsAsync(tab);
        await hands.GoToAsync("button:has-text('Deel dit pareltje')");
        await hands.PressAsync("Enter");
        await tab.WaitForURLAsync("**/gedeeld");
        watch.Stop();
        await context.CloseAsync();
        return new(hands.Characters, hands.Keys, words, hands.Busy.TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    // What somebody must read to answer: not what is folded in or stands beside it.
    private static async Task<int> WordsAsync(IPage tab) =>
        string.Join(' ', await tab.Locator("main h1, main .utrecht-paragraph--lead, main form label, main form .utrecht-form-field-description, main form button")
            .AllInnerTextsAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <param name="Characters">Typed in the fields.</param>
    /// <param name="Keys">All other keys and clicks.</param>
    /// <param name="Words">To read on the form and the preview.</param>
    /// <param name="Typing">Seconds that the hands were busy.</param>
    /// <param name="Elapsed">Seconds from asking for the form to the page that says it is shared.</param>
    private sealed record Run(int Characters, int Keys, int Words, double Typing, double Elapsed)
    {
        public double Waiting => Elapsed - Typing;

        public double Reading => Words * 60.0 / WordsReadPerMinute;
    }

    /// <summary>Hands that type at an even pace and count.</summary>
    private sealed class Hands(IPage tab, TimeSpan pace)
    {
        public int Characters { get; private set; }

        public int Keys { get; private set; }

        public TimeSpan Busy => (Characters + Keys) * pace;

        /// <summary>Presses Tab until the focus is there; the first time that is a click.</summary>
        public async Task GoToAsync(string selector)
        {
            if (Keys == 0)
            {
                await Task.Delay(pace);
                await tab.ClickAsync(selector);
                Keys++;
                return;
            }

            const int patience = 60;
            for (var press = 0; press < patience; press++)
            {
                if (await tab.Locator(selector).First.EvaluateAsync<bool>("it => it === document.activeElement"))
                    return;
                await PressAsync("Tab");
            }

            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{selector} was not reached with {patience} times Tab."));
        }

        public async Task PressAsync(string key)
        {
            await Task.Delay(pace);
            await tab.Keyboard.PressAsync(key);
            Keys++;
        }

        public async Task TypeAsync(string text)
        {
            foreach (var character in text)
            {
                await Task.Delay(pace);
                await tab.Keyboard.TypeAsync(character.ToString());
            }

            Characters += text.Length;
        }
    }
}
