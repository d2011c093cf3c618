using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Joining.Tests.Plans;

/// <summary>What a plan may say, how two writers come together, how versions differ, and how a table is read.</summary>
public sealed class PlanRulesTests
{
    private static readonly PlanStep First = Step("Kies wie er belt"), Second = Step("Oefen", First.Id), Third = Step("Begin", Second.Id);

    [Fact]
    public void Write_WithoutOrWithTooManySteps_IsRefused()
    {
        Assert.Throws<RuleViolation>(() => Plan(1));
        Assert.Throws<RuleViolation>(() => Plan(1, [.. Enumerable.Range(0, StepPlan.MostSteps + 1).Select(number => Step($"{number}"))]));
    }

    [Fact]
    public void Merge_OfDifferentSteps_KeepsBoth()
    {
        var merged = PlanMerge.Of([First, Second], [First with { What = "Van mij" }, Second], [First, Second with { What = "Van de ander" }, Third]);

        Assert.Empty(merged.Clashes);
        Assert.Equal(["Van mij", "Van de ander", ""], merged.Steps.Select(step => step.What));
    }

    [Fact]
    public void Merge_OfTheSameStep_AsksAndKeepsOwn()
    {
        var merged = PlanMerge.Of([First], [First with { What = "Van mij" }], [First with { What = "Van de ander" }]);

        Assert.Equal("Van de ander", Assert.Single(merged.Clashes).What);
        Assert.Equal("Van mij", Assert.Single(merged.Steps).What);
    }

    [Fact]
    public void Merge_OfWhatOneTookAway_LosesNothingThatTheOtherWrote()
    {
        var gone = PlanMerge.Of([First, Second], [First], [First, Second]);
        var rewritten = PlanMerge.Of([First, Second], [First], [First, Second with { What = "Nieuw" }]);
        var kept = PlanMerge.Of([First, Second], [First, Second with { What = "Nieuw" }], [First]);

        Assert.Equal([First.Id], gone.Steps.Select(step => step.Id));
        Assert.Equal([First.Id, Second.Id], rewritten.Steps.Select(step => step.Id));
        Assert.Equal([First.Id, Second.Id], kept.Steps.Select(step => step.Id));
    }

    [Fact]
    public void Merge_NeverLetsAStepWaitForWhatIsNotBeforeIt()
    {
        var merged = PlanMerge.Of([First, Second, Third], [Second with { After = [] }, First, Third], [Second with { After = [] }, Third with { What = "Anders" }]);

        var seen = new HashSet<Guid>();
        Assert.All(merged.Steps, step => { Assert.Subset(seen, step.First.ToHashSet()); seen.Add(step.Id); });
    }

    [Fact]
    public void Difference_TellsNewChangedMovedAndGone()
    {
        var difference = PlanDifference.Of(Plan(1, First, Second, Third), Plan(2, Second with { After = [], Days = 4 }, First, Step("Nieuw")));

        Assert.Equal([StepChange.Changed, StepChange.Changed, StepChange.New, StepChange.Gone], difference.Steps.Select(step => step.Change));
        Assert.Equal(["Werkdagen", "Pas na", "Plaats"], difference.Steps[0].Parts.Select(part => part.Label));
        Assert.Empty(PlanDifference.Of(Plan(1, First, Second), Plan(2, First, Second)).Steps);
    }

    [Fact]
    public void Arrange_MovesTakesAwayAndPutsBack_WithWhatWaits()
    {
        var form = PlanForm.Of([First, Second, Third], 1);

        form.Arrange("op-2");
        Assert.Equal(["", "3", "1"], form.Steps.Select(line => line.After));
        form.Arrange("weg-0");
        Assert.Equal(["Begin", "Oefen", "Kies wie er belt"], form.Steps.Select(line => line.Title));
        Assert.True(form.Steps[2].Removed);
        Assert.Equal(["2", "", ""], form.Steps.Select(line => line.After));
        form.Arrange("terug-2");
        Assert.Equal(["2", "3", ""], form.Steps.Select(line => line.After));
        form.Arrange("erbij");
        Assert.Equal(4, form.Kept.Count);
        form.Arrange("onzin-99");
        form.Arrange("op-0");
        Assert.Equal(4, form.Kept.Count);
    }

    [Theory]
    [InlineData("Stap;Werkdagen;Pas na\nKies;3;\n\"Oefen; vaak\";veel;1")]
    [InlineData("stap\tdagen\tna\r\nKies\t3\t\r\nOefen; vaak\tveel\t1\r\n")]
    [InlineData("Titel,Rol,Dagen,Na\nKies,,3,\n\"Oefen; vaak\",,veel,1")]
    public void Table_InAnyShape_GivesStepsAndFaultsPerCell(string text)
    {
        var (lines, faults) = PlanTable.Read(text, before: 2);

        Assert.Equal(["Kies", "Oefen; vaak"], lines.Select(line => line.Title));
        Assert.Equal(["", "3"], lines.Select(line => line.After));
        Assert.Equal((3, "werkdagen"), (Assert.Single(faults).Row, faults[0].Column));
    }

    [Fact]
    public void Table_WithoutNames_GoesByPlace()
    {
        var (lines, faults) = PlanTable.Read("Kies,\"Zoek \"\"een\"\"\nmens\",Baas,3,Naam,\n,,,,,\n", before: 0);

        Assert.Empty(faults);
        Assert.Equal(("Kies", "Zoek \"een\"\nmens", "Baas", "3", "Naam"), (lines[0].Title, lines[0].What, lines[0].Role, lines[0].Days, lines[0].Evidence));
        Assert.Single(lines);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public async Task Table_FromAFile_KeepsItsLetters(string encoding)
    {
        using var file = new MemoryStream(System.Text.Encoding.GetEncoding(encoding).GetBytes("Zoek één mens;3"));

        Assert.Equal("Zoek één mens;3", await PlanTable.TextAsync(file, default));
    }

    private static PlanStep Step(string title, params Guid[] after) => new(Guid.CreateVersion7(), title, After: after);

    private static StepPlan Plan(int number, params PlanStep[] steps) =>
        StepPlan.Write(SolutionId.New(), number, steps, "", null, DateTimeOffset.UnixEpoch);
}
