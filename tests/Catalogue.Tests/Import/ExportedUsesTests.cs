using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Catalogue.Tests.Import;

/// <summary>The download of all uses goes through the solutions in batches; none is lost or told twice where one ends.</summary>
public sealed class ExportedUsesTests
{
    private static readonly string[] Syllables = ["ba", "do", "ki", "lu", "me", "no", "ra", "su"];

    [Theory, OnEachDatabase]
    public async Task Export_OfManyBatches_TellsEachUseOnce(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await room.RegisterAsync(room.WriteRegister(
            [.. Enumerable.Range(0, 512).Select(number => ImportRoom.Algorithm($"{number}", Word(number), number % 2 == 0 ? "Gemeente Gouda" : "Gemeente Leiden"))]));
        await room.LoadAsync();

        using var file = new MemoryStream();
        await room.Get<ICatalogue>().ExportAsync(CatalogueExport.UsesAsCsv, file, CancellationToken.None);
        var rows = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();

        Assert.Equal(512, rows.Count);
        Assert.Equal(
            (await room.AskAsync(db => db.Solutions.Select(solution => solution.Slug).ToListAsync())).Order(StringComparer.Ordinal),
            rows.Select(row => row.Split(',', ';')[0]).Order(StringComparer.Ordinal));
    }

    // Eight by eight by eight words that do not look alike.
    private static string Word(int number) =>
        $"{Syllables[number / 64]}{Syllables[number / 8 % 8]}{Syllables[number % 8]} {number / 64}{number / 8 % 8}{number % 8}";
}
