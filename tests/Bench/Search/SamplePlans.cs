using System.Text.Json.Nodes;
using Parelmuur.Search;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Checking;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Bench.Search;

internal static class SamplePlans
{
    public static void Print()
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "../../../../samples");
        var slugs = new Dictionary<Guid, string>();
        var entries = new List<SearchEntry>();
        foreach (var file in Directory.GetFiles(samples, "solutions-*.json").Order())
        {
            foreach (var s in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            {
                var id = new Guid(entries.Count + 1, 0, 0, new byte[8]);
                slugs[id] = (string)s!["slug"]!;
                string T(string n) => (string?)s[n] ?? "";
                IEnumerable<string> A(string n) => s[n]?.AsArray().Select(x => (string)x!) ?? [];
                entries.Add(new SearchEntry(id, "Solution", T("title"), T("promise"), string.Join('\n', T("problem"), T("whatWeDid"), T("result"), T("forWhom"), T("requirements")))
                { Keywords = [.. A("themes"), .. A("tasks"), .. A("laws")] });
            }
        }

        var index = new SearchIndex(new Analyzer());
        index.Put(entries);
        var engine = new SearchEngine(index, TimeProvider.System);
        var plans = JsonNode.Parse(File.ReadAllText(Path.Combine(samples, "plans.json")))!.AsArray().Select(p => ((string)p!["text"]!, p["expect"]!.AsArray().Select(x => (string)x!).ToArray())).ToList();
        plans.Add(("Inwoners met een betaalachterstand willen we binnen een week bellen, voordat de schuld groter wordt.", ["vroegbel"]));
        plans.Add(("Een straatfeest melden in een paar minuten, zonder vergunning.", ["buurtfeest-melden"]));
        plans.Add(("Voor de appeltaart mengt u bloem, boter en suiker, en bakt u het deeg een uur in de oven.", []));
        plans.Add(("De trein naar Parijs vertrekt elke ochtend om acht uur vanaf spoor drie, en de kaartjes zijn in het weekend goedkoper dan door de week.", []));
        plans.Add(("We willen eenzame ouderen vaker bezoeken met vrijwilligers uit de buurt, zodat zij langer zelfstandig thuis wonen.", []));
        foreach (var (text, expect) in plans)
        {
            Console.WriteLine($"== {text[..60]} → {string.Join(", ", expect)}");
            var snapshot = index.Snapshot;
            var plan = new Plan(index.Vocabulary, snapshot, Question.Read(index.Analyzer, text, 5000));
            var likeness = new Likeness(index.Vocabulary, snapshot, plan);
            var answer = engine.Check(new CheckQuestion(text) { Take = 100 });
            Console.WriteLine($"   {answer.Matches.Count} matches");
            var rank = 0;
            foreach (var match in answer.Matches)
            {
                rank++;
                var slug = slugs[match.Id];
                var (cosine, covered) = likeness.Of(snapshot.Find(match.Id));
                if (rank <= 7 || expect.Contains(slug))
                    Console.WriteLine($"   {rank,2} {(expect.Contains(slug) ? '*' : ' ')} {match.Strength} score {match.Score:0.000} cos {cosine:0.000} cov {covered:0.000}  {slug}: {string.Join(", ", match.Why.Take(5).Select(w => w.Found))}");
            }
        }
    }
}
