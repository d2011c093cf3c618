namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Naughty texts in every field of every form: no error, no markup, nothing lost.</summary>
public sealed class NaughtyTests
{
    private static readonly string?[] Walkers =
        ["Samira Yıldız", "Omar Bensaïd", "Eva Mulder", "Pim Hendriks", "Rosa Blom", "Lotte Kramer", null];

    [Fact]
    public async Task EveryForm_WithNaughtyTexts_GivesNoErrorAndNoMarkupAndLosesNothing() =>
        await WalkAsync(DatabaseKind.Sqlite, [.. NaughtyStrings.Own, .. NaughtyStrings.Known()]);

    // What differs between the databases is what they keep: strange signs, and text that looks like a command.
    [PostgresFact]
    public async Task EveryForm_OnPostgres_GivesNoErrorEither() => await WalkAsync(
        DatabaseKind.Postgres, [.. NaughtyStrings.Own.Where(text => text.Any(char.IsControl) || text.Contains(';', StringComparison.Ordinal) || !char.IsAscii(text.FirstOrDefault()))]);

    private static async Task WalkAsync(DatabaseKind database, IReadOnlyList<string> texts)
    {
        await using var site = await ParelmuurApp.StartAsync(database);
        var (markup, wrong) = (new Markup(), new List<string>());
        var start = (await Address.AllAsync(site.Services)).Where(each => each.Page is not null && !each.IsOfOneThing).Select(each => each.Path).ToList();
        List<(NaughtyWalk Walk, string Path, string Kind)> forms = [];
        List<Visitor> visitors = [];
        foreach (var walker in Walkers)
        {
            visitors.Add(walker is null ? site.Visit() : await site.AsAsync(walker));
            var walk = new NaughtyWalk(visitors[^1], walker ?? "a visitor", texts, markup, wrong);
            forms.AddRange((await walk.FindAsync(start)).Select(form => (walk, form.Path, form.Kind)));
        }

        foreach (var (walk, path, kind) in forms.DistinctBy(form => form.Kind))
            await walk.FillAsync(path, kind);

        visitors.ForEach(visitor => visitor.Dispose());
        Assert.True(forms.Count > 20, $"Only {forms.Count} forms were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }
}
