using System.Text.Json;
using System.Text.Json.Nodes;
using Parelmuur.Search;

namespace Parelmuur.Bench.Search;

/// <summary>A set of entries with questions of which others said what should be found.</summary>
/// <param name="Entries">What there is to find.</param>
/// <param name="Questions">What is asked.</param>
internal sealed record Judged(IReadOnlyList<SearchEntry> Entries, IReadOnlyList<JudgedQuestion> Questions)
{
    /// <summary>Names of functions and services, with the components that carry them out.</summary>
    public static Judged Gemma(bool withExplanation)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var entries = Lines("search/gemma-documenten.jsonl")
            .Select(line => Entry(ids, Text(line["id"]), Text(line["titel"]), Text(line["tekst"])))
            .ToList();
        var questions = Lines("search/gemma-vragen.jsonl").Select(line => new JudgedQuestion(
            withExplanation ? $"{Text(line["vraag"])}. {Text(line["toelichting"])}" : Text(line["vraag"]),
            [.. line["relevant"]!.AsArray().Select(id => ids[Text(id)])],
            []));
        return new Judged(entries, [.. questions]);
    }

    /// <summary>The same questions, when the standards of GEMMA and the whole register of algorithms stand in the index too.</summary>
    /// <remarks>A catalogue holds more than what is asked for, and every other entry makes words more or less rare.</remarks>
    public static Judged GemmaAmongOthers(bool withExplanation)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var set = Gemma(withExplanation);
        var standards = Lines("solutions/gemma-elementen.jsonl")
            .Where(line => Text(line["eigenschappen"]?["GEMMA type"]) == "Standaard")
            .Select(line => Entry(ids, Text(line["id"]), Text(line["naam"]), $"{Text(line["beschrijving"])} {Text(line["eigenschappen"]?["Toelichting"])}"));
        List<SearchEntry> gemma = [.. set.Entries, .. standards.Select(entry => entry with { Id = Other(entry.Id, 1) })];
        return set with
        {
            Entries = [.. gemma.Select(entry => entry with { Facets = [FromGemma] }), .. Families().Entries.Select(entry => entry with { Id = Other(entry.Id, 2) })],
        };
    }

    /// <summary>What narrows <see cref="GemmaAmongOthers"/> to GEMMA.</summary>
    public static FacetValue FromGemma { get; } = new("source", "gemma");

    /// <summary>The different purposes of algorithms, with the same algorithm at other organisations.</summary>
    public static Judged Families()
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var register = JsonNode.Parse(File.ReadAllText(SharedData.Path("solutions/algoritmeregister.json")))!["algoritmes"]!;
        var purposes = register.AsArray().Select(line => (Id: Text(line!["id"]), Title: Text(line["title"]), Purpose: Text(line["doel"]))).ToList();
        List<SearchEntry> entries = [.. purposes.Select(line => Entry(ids, line.Id, line.Title, line.Purpose))];
        var same = purposes.ToLookup(line => line.Purpose.Trim(), line => ids[line.Id], StringComparer.Ordinal);
        var questions =
            from family in Lines("search/algoritme-families.jsonl")
            let members = family["leden"]!.AsArray()
            from text in members.Select(member => Text(member!["doel"]).Trim()).Distinct(StringComparer.Ordinal)
            let copies = same[text].ToHashSet()
            let relevant = members.Select(other => ids[Text(other!["id"])]).Where(id => !copies.Contains(id)).ToHashSet()
            where text.Length > 0 && relevant.Count > 0
            select new JudgedQuestion(text, relevant, copies);
        return new Judged(entries, [.. questions]);
    }

    /// <summary>The share of the questions with something relevant among the first hits.</summary>
    /// <param name="ask">Answers a question with ids, best first.</param>
    /// <param name="first">How many hits are looked at.</param>
    public double HitRate(Func<string, IEnumerable<Guid>> ask, int first) => Questions.Average(question =>
        ask(question.Text).Where(id => !question.LeftOut.Contains(id)).Take(first).Any(question.Relevant.Contains) ? 1.0 : 0.0);

    /// <summary>The same entries with every other question, to see whether a change helps in general.</summary>
    public Judged Half(int half) => this with { Questions = [.. Questions.Where((_, at) => at % 2 == half)] };

    private static SearchEntry Entry(Dictionary<string, Guid> ids, string id, string title, string text)
    {
        ids[id] = new Guid(ids.Count + 1, 0, 0, new byte[8]);
        return new SearchEntry(ids[id], "Solution", title, "", text);
    }

    private static Guid Other(Guid id, byte set) => new([.. id.ToByteArray()[..15], set]);

    private static IEnumerable<JsonNode> Lines(string path) =>
        File.ReadLines(SharedData.Path(path)).Select(line => JsonNode.Parse(line)!);

    private static string Text(JsonNode? node) => node?.GetValue<JsonElement>().ToString() ?? "";
}

/// <summary>A question with what should be found.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Relevant">At least one of these should be found.</param>
/// <param name="LeftOut">Copies of the question itself: finding those proves nothing.</param>
internal sealed record JudgedQuestion(string Text, HashSet<Guid> Relevant, HashSet<Guid> LeftOut);
