using System.Globalization;
using System.Text.Json.Nodes;
using Parelmuur.Bench.Import;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Search;

/// <summary>Whether the right things are found by who only has the import and the API, as a stranger would measure it.</summary>
/// <remarks>
/// An import makes one solution of the entries with one title, so a question's own words would find themselves. Therefore
/// the register is imported once for each different purpose that a family has, and each time without the entries that
/// have that purpose: what is asked stands nowhere in the catalogue.
/// </remarks>
internal static class Api
{
    private const int PageSize = 10;

    private static readonly JsonObject Register =
        JsonNode.Parse(File.ReadAllText(SharedData.Path("solutions/algoritmeregister.json")))!.AsObject();

    public static async Task PrintAsync()
    {
        using var folder = new TempFolder();
        await CommandProcess.RunAsync(folder, "migrate");
        await CommandProcess.RunAsync(folder, "import", "gemma", SharedData.Path("solutions/gemma-elementen.jsonl"));
        var withGemma = await File.ReadAllBytesAsync(Database(folder));
        var questions = Questions();

        List<int> apart = [], all, gemma, gemmaOnly;
        for (var turn = 0; questions.Any(question => question.Turn == turn); turn++)
        {
            var now = questions.Where(question => question.Turn == turn).ToList();
            var hidden = now.Select(question => question.Text).ToHashSet(StringComparer.Ordinal);
            await ImportAsync(folder, withGemma, purpose => !hidden.Contains(purpose));
            using var site = await SiteProcess.StartAsync(folder, cached: false);
            apart.AddRange(await CheckAsync(site, now));
        }

        await ImportAsync(folder, withGemma, _ => true);
        using (var site = await SiteProcess.StartAsync(folder, cached: false))
        {
            all = await CheckAsync(site, questions);
            gemma = await FindAsync(site, "");
            gemmaOnly = await FindAsync(site, "&source=gemma");
        }

        Table.Print(
            "Search quality over the API, after an import of the register and GEMMA",
            [["set", "questions", "hit@1", "hit@10"],
            Row("checks: purpose → same solution elsewhere, its own words not imported", apart),
            Row("checks: purpose → same solution, its own words imported too", all),
            Row("search: GEMMA name → component", gemma),
            Row("search: GEMMA name → component, source=gemma", gemmaOnly)]);
    }

    private static List<Asked> Questions() =>
    [
        .. from line in File.ReadLines(SharedData.Path("search/algoritme-families.jsonl"))
           let members = JsonNode.Parse(line)!["leden"]!.AsArray()
           from text in members.Select(Purpose).Distinct(StringComparer.Ordinal).Where(text => text.Length > 0).Index()
           let others = members.Where(member => Purpose(member) != text.Item).Select(member => (string)member!["id"]!).ToHashSet()
           where others.Count > 0
           select new Asked(text.Index, text.Item, others),
    ];

    private static async Task ImportAsync(TempFolder folder, byte[] database, Func<string, bool> takes)
    {
        foreach (var old in Directory.GetFiles(folder.Path))
            File.Delete(old);
        await File.WriteAllBytesAsync(Database(folder), database);
        var register = Register.DeepClone();
        register["algoritmes"] = new JsonArray(
            [.. Register["algoritmes"]!.AsArray().Where(line => takes(Purpose(line))).Select(line => line!.DeepClone())]);
        var path = Path.Combine(folder.Path, "register.json");
        await File.WriteAllTextAsync(path, register.ToJsonString());
        await CommandProcess.RunAsync(folder, "import", "algoritmeregister", path);
    }

    /// <summary>Per question at which place the first right answer stands, from 0; far away when it is not there.</summary>
    private static async Task<List<int>> CheckAsync(SiteProcess site, IEnumerable<Asked> questions)
    {
        List<int> places = [];
        foreach (var question in questions)
        {
            var answer = await site.PostAsync("/api/v1/checks", new JsonObject { ["text"] = question.Text, ["pageSize"] = PageSize });
            places.Add(PlaceOf(answer, question.Relevant));
        }

        return places;
    }

    private static async Task<List<int>> FindAsync(SiteProcess site, string filter)
    {
        List<int> places = [];
        foreach (var line in File.ReadLines(SharedData.Path("search/gemma-vragen.jsonl")))
        {
            var question = JsonNode.Parse(line)!;
            var words = Uri.EscapeDataString((string)question["vraag"]!);
            var answer = JsonNode.Parse(await site.GetAsync($"/api/v1/search?pageSize={PageSize}&q={words}{filter}"))!;
            places.Add(PlaceOf(answer, question["relevant"]!.AsArray().Select(id => (string)id!).ToHashSet()));
        }

        return places;
    }

    private static int PlaceOf(JsonNode answer, HashSet<string> relevant)
    {
        var place = answer["results"]!.AsArray().ToList()
            .FindIndex(result => result!["sourceIds"]!.AsArray().Any(id => relevant.Contains((string)id!)));
        return place < 0 ? int.MaxValue : place;
    }

    private static string[] Row(string name, List<int> places) =>
        [name, places.Count.ToString(CultureInfo.InvariantCulture), Share(places, 1), Share(places, PageSize)];

    private static string Share(List<int> places, int first) =>
        places.Average(place => place < first ? 1.0 : 0.0).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Purpose(JsonNode? line) => ((string?)line!["doel"] ?? "").Trim();

    private static string Database(TempFolder folder) => Path.Combine(folder.Path, "parelmuur.db");

    private sealed record Asked(int Turn, string Text, HashSet<string> Relevant);
}
