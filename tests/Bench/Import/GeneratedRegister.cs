using System.Globalization;
using System.Text.Json;
using Parelmuur.Bench.Search;
using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Bench.Import;

/// <summary>An export of the algorithm register with as many entries as asked for, in the shape of the real one.</summary>
/// <remarks>
/// As in the real one about seven of ten titles stand alone, a purpose has some eighty words and each entry is of a
/// municipality. The same number gives the same file.
/// </remarks>
internal sealed class GeneratedRegister
{
    private const int TitleWords = 4, PurposeWords = 85, TitlesInTen = 7;

    private readonly Generated words = new();
    private readonly List<Entry> entries = [];

    public GeneratedRegister(int count)
    {
        var municipalities = new MunicipalityRegister().On(new DateOnly(2026, 1, 1));
        var titles = Enumerable.Range(0, Math.Max(1, count * TitlesInTen / 10)).Select(_ => words.Text(TitleWords)).ToList();
        for (var at = 0; at < count; at++)
        {
            var title = at < titles.Count ? titles[at] : titles[at * TitlesInTen % titles.Count];
            entries.Add(new(title, municipalities[at % municipalities.Count].Name, Purpose()));
        }
    }

    /// <summary>Gives every tenth entry another purpose.</summary>
    public void ChangeTenth()
    {
        for (var at = 0; at < entries.Count; at += 10)
            entries[at] = entries[at] with { Purpose = Purpose() };
    }

    public async Task WriteAsync(string path)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, new
        {
            algoritmes = entries.Select((entry, at) => new
            {
                id = at.ToString(CultureInfo.InvariantCulture),
                title = entry.Title,
                organisatie = $"Gemeente {entry.Municipality}",
                doel = entry.Purpose,
                status = "in_gebruik",
                juridische_basis = "Participatiewet; Algemene wet bestuursrecht; Gemeentewet",
                impactassessment = "Nee",
                geregistreerd = "2024-01-17",
                toegevoegd = "2026-05-13",
                url = $"https://algoritmes.overheid.nl/nl/algoritme/{at}",
            }),
            fetched_at = "2026-08-08T06:20:11Z",
        });
    }

    private string Purpose() => $"Het helpt bij {words.Text(PurposeWords)}.";

    private sealed record Entry(string Title, string Municipality, string Purpose);
}
