using System.Text.Json.Nodes;
using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Checking;

/// <summary>The plans of samples/plans.json and short-plans.json against the sample solutions: what should be found stands with each plan.</summary>
public class SamplePlansTests
{
    private const int Strong = 4;

    // Each is asked for in one sentence of a plan about three things, in words that the solution itself does not use:
    // "phishing" is "nepmail" there, "doorstromen" is "verhuizen", and a "richtlijn" is a card with rules of the game.
    private static readonly string[] InOtherWords = ["nepmail-van-de-maand", "verhuiscoach-65-plus", "ai-spelregels-op-een-kaart"];

    // Plans about three things at once are a third of everything, so also of what they ask for.
    private const int PlansWithWeakMatchesOnly = 2;

    // Of 89 plans of one sentence 68 have what fits first and 82 among the first three (decision 0070).
    private const int ShortFirst = 66, ShortAmongThree = 80, ShortStrongByChance = 2;

    private static readonly string Samples = FindSamples();
    private static readonly List<string> Slugs = [];
    private static readonly Catalogue Solutions = new(Read());

    public static TheoryData<int> PlansWithAnswer { get; } = [.. Numbers(expected => expected > 0)];

    public static TheoryData<int> PlansWithoutAnswer { get; } = [.. Numbers(expected => expected == 0)];

    [Theory]
    [MemberData(nameof(PlansWithAnswer))]
    public void Check_PlanWithAnswer_GivesItAmongTheFirst(int plan)
    {
        var (text, expected) = Plans()[plan];
        var found = Check(text).Select(match => match.Slug).ToList();
        Assert.Contains(found[0], expected);
        Assert.Empty(expected.Except(found.Take(5)).Except(InOtherWords));
        Assert.InRange(found.Count, 1, 8);
    }

    [Fact]
    public void Check_PlansWithAnswer_NearlyAllHaveAStrongOne()
    {
        var plans = Plans().Where(plan => plan.Expected.Length > 0).ToList();
        var strong = plans.Count(plan => Check(plan.Text).Any(match => match.Strength >= Strong && plan.Expected.Contains(match.Slug)));
        Assert.InRange(strong, plans.Count - PlansWithWeakMatchesOnly, plans.Count);
    }

    [Theory]
    [MemberData(nameof(PlansWithoutAnswer))]
    public void Check_PlanWithoutAnswer_HasNoStrongMatch(int plan) =>
        Assert.DoesNotContain(Check(Plans()[plan].Text), match => match.Strength >= Strong);

    [Theory]
    [InlineData("Inwoners met een betaalachterstand willen we binnen een week bellen, voordat de schuld groter wordt.", "vroegbel")]
    [InlineData("Een straatfeest melden in een paar minuten, zonder vergunning.", "buurtfeest-melden")]
    public void Check_OneSentence_GivesTheSameNeedFirstAndStrong(string text, string expected)
    {
        var first = Check(text)[0];
        Assert.Equal(expected, first.Slug);
        Assert.InRange(first.Strength, Strong, 5);
    }

    [Fact]
    public void Check_ShortPlansWithAnswer_MostHaveItFirst()
    {
        var places = ShortPlans().Where(plan => plan.Expected.Length > 0)
            .Select(plan => Check(plan.Text).FindIndex(match => plan.Expected.Contains(match.Slug))).ToList();
        Assert.InRange(places.Count(place => place == 0), ShortFirst, places.Count);
        Assert.InRange(places.Count(place => place is >= 0 and < 3), ShortAmongThree, places.Count);
    }

    [Fact]
    public void Check_ShortPlansWithoutAnswer_HardlyAnyHasAStrongMatch() =>
        Assert.InRange(
            ShortPlans().Count(plan => plan.Expected.Length == 0 && Check(plan.Text).Exists(match => match.Strength >= Strong)),
            0,
            ShortStrongByChance);

    [Fact]
    public void Check_ShortPlanInOtherWords_TellsWhichWordStandsForWhich()
    {
        var answer = Solutions.Engine.Check(new CheckQuestion("We willen dat medewerkers minder snel in phishing trappen."));
        var reason = Assert.Single(answer.Matches[0].Why, reason => reason.How == MatchKind.Synonym);
        Assert.Equal("phishing", reason.Asked);
    }

    [Fact]
    public void Check_NothingSharedButWordsOfAnyText_IsNoMatch() =>
        Assert.Empty(Check("Medewerkers moeten voortaan sneller en beter werken."));

    [Theory]
    [InlineData("Voor de appeltaart mengt u bloem, boter en suiker, en bakt u het deeg een uur in de oven.")]
    [InlineData("De trein naar Parijs vertrekt elke ochtend om acht uur vanaf spoor drie, en de kaartjes zijn duur.")]
    public void Check_SomethingElse_HasNoMatch(string text) => Assert.Empty(Check(text));

    private static List<(string Slug, int Strength)> Check(string text) =>
        [.. Solutions.Engine.Check(new CheckQuestion(text) { Take = 100 }).Matches.Select(match => (Slugs[Number(match.Id)], match.Strength))];

    private static IEnumerable<int> Numbers(Predicate<int> expected) =>
        Plans().Select((plan, at) => (plan.Expected.Length, at)).Where(plan => expected(plan.Length)).Select(plan => plan.at);

    private static List<(string Text, string[] Expected)> Plans() => Plans("plans.json");

    private static List<(string Text, string[] Expected)> ShortPlans() => Plans("short-plans.json");

    private static List<(string Text, string[] Expected)> Plans(string file) =>
        [.. Json(file).Select(plan => (plan!["text"]!.GetValue<string>(), Texts(plan["expect"])))];

    private static List<SearchEntry> Read()
    {
        List<SearchEntry> entries = [];
        foreach (var solution in Directory.GetFiles(Samples, "solutions-*.json").Order(StringComparer.Ordinal).SelectMany(Json))
        {
            string Text(string name) => solution![name]?.GetValue<string>() ?? "";
            var body = string.Join('\n', new[] { "problem", "whatWeDid", "result", "forWhom", "requirements" }.Select(Text));
            entries.Add(Entry(Slugs.Count, Text("title"), Text("promise"), body) with
            {
                Keywords = [.. Texts(solution!["themes"]), .. Texts(solution["tasks"]), .. Texts(solution["laws"])],
            });
            Slugs.Add(Text("slug"));
        }

        return entries;
    }

    private static string[] Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(text => text!.GetValue<string>())];

    private static JsonArray Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Samples, file)))!.AsArray();

    private static string FindSamples()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Parelmuur.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found.");
        return Path.Combine(folder, "samples");
    }
}
