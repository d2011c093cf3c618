using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Tests.Uses;

/// <summary>What an organisation itself decides about its uses.</summary>
public sealed class DecideTests
{
    private static readonly Actor Importer = new("import test"), Coordinator = new("test");
    private static readonly DateOnly Today = new(2026, 8, 8);
    private static readonly OrganisationId User = OrganisationId.New();

    [Theory, OnEachDatabase]
    public async Task Confirm_OfAClaim_CountsAsConfirmed_AndUndoIsExact(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, batch) = (SolutionId.New(), Guid.NewGuid());
        await ClaimAsync(node, solution);

        Assert.True((await DecideAsync(node, batch, new UseDecision(solution, UseAnswer.Confirm)))[0].Changed);
        var use = Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users);
        Assert.Equal((ProofLevel.Confirmed, Today, "Register"), (use.Proof, use.ConfirmedOn!.Value, use.ClaimedBy!));

        Assert.Equal(1, await node.GetRequiredService<IAdoption>().UndoAsync(User, batch, Today, Coordinator, default));
        Assert.Equal(0, await node.GetRequiredService<IAdoption>().UndoAsync(User, batch, Today, Coordinator, default));
        Assert.Equal(ProofLevel.Claimed, Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users).Proof);
        Assert.True((await OwnAsync(node, solution)).Waits);
    }

    [Theory, OnEachDatabase]
    public async Task Reject_NeverCounts_AndStaysWhenTheSameSourceStatesItAgain(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        await ClaimAsync(node, solution);

        Assert.Equal("Schrijf kort waarom.", (await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Reject)))[0].Trouble);
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Reject, Reason: "Dat is van een andere gemeente."));
        await ClaimAsync(node, solution);
        await ClaimAsync(node, solution, UseState.Planned);
        Assert.Empty((await Rooms.FreshAsync(node)).UsersOf(solution).Users);
        Assert.Empty((await Rooms.FreshAsync(node)).UsesBy(User));

        // Another source is asked about again; the first one is still not believed.
        await ClaimAsync(node, solution, UseState.Active, "Leverancier");
        await ClaimAsync(node, solution, UseState.Planned);
        Assert.Equal("Leverancier", Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users).ClaimedBy);
    }

    [Theory, OnEachDatabase]
    public async Task End_NeedsADayAndAReason_AndAClaimDoesNotBeginItAgain(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Use, new(2024, 1, 1)));

        foreach (var (day, reason) in new (DateOnly, string?)[] { (Today.AddDays(1), "x"), (new(2023, 1, 1), "x"), (Today, " ") })
            Assert.NotNull((await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.End, day, reason)))[0].Trouble);
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.End, new(2026, 7, 1), "Te duur"));
        await ClaimAsync(node, solution);

        Assert.Equal(0, (await Rooms.FreshAsync(node)).UsersOf(solution).Active);
        var own = await OwnAsync(node, solution);
        Assert.Equal((UseState.Ended, new DateOnly(2026, 7, 1), "Te duur"), (own.State, own.EndedOn!.Value, own.EndReason!));
    }

    [Theory, OnEachDatabase]
    public async Task Hidden_CountsWithoutAName(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        await DecideAsync(
            node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Use, new(2024, 1, 1), Details: new(new(2024, 1, 1), "4.2", "Veel", WouldAgain.Yes, "Jo", Hidden: true)));

        var adoption = await Rooms.FreshAsync(node);
        Assert.Equal((1, 1), (adoption.UsersOf(solution).Active, adoption.UsersOf(solution).Confirmed));
        Assert.Equal(new(1, 1), adoption.Totals);
        Assert.Empty(adoption.UsersOf(solution).Users);
        Assert.Empty(adoption.UsesBy(User));
        Assert.Empty(adoption.All());
        Assert.Empty(adoption.StartedSince(new(2020, 1, 1)));
        var own = await OwnAsync(node, solution);
        Assert.Equal(new UseDetails(new(2024, 1, 1), "4.2", "Veel", WouldAgain.Yes, "Jo", Hidden: true), own.Details);

        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Keep, Details: own.Details with { Hidden = false }));
        Assert.Equal(User, Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users).User);
    }

    [Theory, OnEachDatabase]
    public async Task Batch_WithOneMistake_ChangesNothing_AndSaysWhere(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        SolutionId[] solutions = [.. Enumerable.Range(0, 500).Select(_ => SolutionId.New())];
        await node.GetRequiredService<IAdoption>().ClaimAsync([.. solutions.Select(each => Claim(each))], Importer, default);
        var decisions = solutions.Select(each => new UseDecision(each, UseAnswer.Confirm)).ToArray();
        decisions[123] = new(solutions[123], UseAnswer.Reject);

        var outcomes = await DecideAsync(node, Guid.NewGuid(), decisions);
        Assert.DoesNotContain(outcomes, outcome => outcome.Changed);
        Assert.Equal((123, nameof(UseDecision.Reason)), Assert.Single(outcomes.Index(), each => each.Item.Trouble is not null) switch { var (at, item) => (at, item.Field) });
        Assert.Equal(0, (await Rooms.FreshAsync(node)).Totals.Confirmed);

        decisions[123] = new(solutions[123], UseAnswer.Confirm);
        var batch = Guid.NewGuid();
        Assert.All(await DecideAsync(node, batch, decisions), outcome => Assert.True(outcome.Changed));
        Assert.Equal(500, (await Rooms.FreshAsync(node)).Totals.Confirmed);
        Assert.Equal(500, await node.GetRequiredService<IAdoption>().UndoAsync(User, batch, Today, Coordinator, default));
        Assert.Equal(0, (await Rooms.FreshAsync(node)).Totals.Confirmed);
    }

    [Theory, OnEachDatabase]
    public async Task Decide_TwiceAtTheSameMoment_HappensOnce(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var (one, other) = (await rooms.NodeAsync(), await rooms.NodeAsync());
        var (solution, begun, batch) = (SolutionId.New(), SolutionId.New(), Guid.NewGuid());
        await ClaimAsync(one, solution);
        UseDecision[] decisions = [new(solution, UseAnswer.Confirm, Seen: 0), new(begun, UseAnswer.Plan, new(2027, 1, 1))];

        var outcomes = await Task.WhenAll(new[] { one, other, one, other }.Select(node => Task.Run(() => DecideAsync(node, batch, decisions))));

        Assert.Equal(2, outcomes.Sum(each => each.Count(outcome => outcome.Changed)));
        Assert.DoesNotContain(outcomes.SelectMany(each => each), outcome => outcome.Trouble is not null);
        Assert.Equal(2, await LedgerAsync(one, nameof(UseDecided)));
        Assert.Equal(2, (await one.GetRequiredService<IAdoption>().OwnUsesAsync(User, default)).Count);
    }

    [Theory, OnEachDatabase]
    public async Task Decide_AfterACollegueDecidedOtherwise_AsksToLookAgain(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        await ClaimAsync(node, solution);
        var seen = (await OwnAsync(node, solution)).Seen;
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Reject, Reason: "Nee", Seen: seen));

        Assert.Equal(
            "Iemand anders heeft hier net iets aan veranderd. Kijk nog eens.",
            (await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Confirm, Seen: seen)))[0].Trouble);
    }

    [Theory, OnEachDatabase]
    public async Task Contributor_StatesWhatWaits_AndDecidesNothing(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, stated) = (SolutionId.New(), SolutionId.New());
        await ClaimAsync(node, solution);
        var adoption = node.GetRequiredService<IAdoption>();

        foreach (var answer in new[] { UseAnswer.Confirm, UseAnswer.Reject, UseAnswer.End, UseAnswer.Keep })
            Assert.NotNull((await adoption.DecideAsync(User, [new(solution, answer, Reason: "x")], Guid.NewGuid(), confirms: false, Today, Coordinator, default))[0].Trouble);
        Assert.True((await adoption.DecideAsync(User, [new(stated, UseAnswer.Use)], Guid.NewGuid(), confirms: false, Today, Coordinator, default))[0].Changed);

        var own = await OwnAsync(node, stated);
        Assert.Equal((true, ClaimKind.OwnPeople), (own.Waits, own.ClaimedAs!.Value));
        Assert.Equal(new UsesToAnswer(2, 0), (await adoption.ToAnswerAsync(Today.AddMonths(2), default))[User]);
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(stated, UseAnswer.Confirm));
        Assert.NotNull((await adoption.DecideAsync(User, [new(stated, UseAnswer.Interested)], Guid.NewGuid(), confirms: false, Today, Coordinator, default))[0].Trouble);
    }

    [Theory, OnEachDatabase]
    public async Task Undo_OfWhatBegan_TakesItBack_AndItCanBeginAgain(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, batch) = (SolutionId.New(), Guid.NewGuid());
        await DecideAsync(node, batch, new UseDecision(solution, UseAnswer.Use));
        await node.GetRequiredService<IAdoption>().UndoAsync(User, batch, Today, Coordinator, default);
        Assert.Equal(0, (await Rooms.FreshAsync(node)).UsersOf(solution).Active);

        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Use));
        Assert.Equal(1, (await Rooms.FreshAsync(node)).UsersOf(solution).Confirmed);
    }

    [Theory, OnEachDatabase]
    public async Task Decide_AboutASolutionThatWasTakenUp_DecidesAboutTheWhole(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (part, whole) = (SolutionId.New(), SolutionId.New());
        await ClaimAsync(node, part);
        await node.GetRequiredService<IAdoption>().JoinAsync(part, whole, Coordinator, default);
        await Rooms.FreshAsync(node);

        Assert.Equal(whole, Assert.Single(await node.GetRequiredService<IAdoption>().OwnUsesAsync(User, default)).Solution);
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(whole, UseAnswer.End, Today, "Op"));
        Assert.Equal(0, (await Rooms.FreshAsync(node)).UsersOf(whole).Active);
        Assert.Single(await node.GetRequiredService<IAdoption>().OwnUsesAsync(User, default));
    }

    [Theory, OnEachDatabase]
    public async Task Contributor_WhoStatesAUse_ChangesNothingOfWhatACoordinatorAnswered(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (ended, planned, wanted, used) = (SolutionId.New(), SolutionId.New(), SolutionId.New(), SolutionId.New());
        await DecideAsync(
            node, Guid.NewGuid(), new UseDecision(ended, UseAnswer.End, Today, "Te duur"), new UseDecision(planned, UseAnswer.Plan, new(2027, 1, 1)),
            new UseDecision(wanted, UseAnswer.Interested), new UseDecision(used, UseAnswer.Use));
        var adoption = node.GetRequiredService<IAdoption>();
        var before = await adoption.OwnUsesAsync(User, default);

        foreach (var solution in (SolutionId[])[ended, planned, wanted, used])
        {
            var outcome = await adoption.StateOwnUseAsync(solution, User, confirms: false, Today.AddDays(1), Coordinator, default);
            Assert.Equal((false, "De coördinator heeft dit al beantwoord. Alleen een coördinator kan het wijzigen."), (outcome.Changed, outcome.Trouble));
        }

        Assert.Equivalent(before, await adoption.OwnUsesAsync(User, default));
        Assert.Equal(new UseTotals(1, 1), (await Rooms.FreshAsync(node)).Totals);

        // A coordinator can still change it.
        Assert.True((await adoption.StateOwnUseAsync(ended, User, confirms: true, Today.AddDays(1), Coordinator, default)).Changed);
        Assert.Equal(new UseTotals(2, 2), (await Rooms.FreshAsync(node)).Totals);
    }

    [Fact]
    public async Task Proof_LapsesAtMidnight_WithoutAnythingHappening()
    {
        await using var rooms = await Rooms.OpenAsync(DatabaseKind.Sqlite);
        var node = await rooms.NodeAsync();
        var (solution, other) = (SolutionId.New(), SolutionId.New());
        await DecideAsync(node, Guid.NewGuid(), new UseDecision(solution, UseAnswer.Use, Details: new(Hidden: true)), new UseDecision(other, UseAnswer.Plan, new(2027, 1, 1)));
        var adoption = await Rooms.FreshAsync(node);
        // Half past eleven in the Netherlands.
        rooms.Time.Pass(new DateTimeOffset(2027, 9, 8, 21, 30, 0, TimeSpan.Zero) - rooms.Time.GetUtcNow());
        Assert.Equal((1, 1), (adoption.UsersOf(solution).Active, adoption.UsersOf(solution).Confirmed));
        var kept = adoption.UsersOf(solution);
        Assert.Same(kept, adoption.UsersOf(solution));
        Assert.Empty(adoption.ChangedByItselfAfter(Today));

        rooms.Time.Pass(TimeSpan.FromHours(1));
        Assert.Equal([solution, other], adoption.ChangedByItselfAfter(new(2027, 9, 8)).OrderBy(each => each == other));
        Assert.Empty(adoption.ChangedByItselfAfter(new(2027, 9, 9)));
        Assert.Equal((1, 0), (adoption.UsersOf(solution).Active, adoption.UsersOf(solution).Confirmed));
        Assert.Equal(new UseTotals(1, 0), adoption.Totals);
        Assert.Equal(ProofLevel.Lapsed, Assert.Single(adoption.UsesBy(User)).Use.Proof);
    }

    private static UseClaim Claim(SolutionId solution, UseState state = UseState.Active, string by = "Register") =>
        new(solution, User, state, by, new(2026, 8, 1), null);

    private static Task<int> ClaimAsync(ServiceProvider node, SolutionId solution, UseState state = UseState.Active, string by = "Register") =>
        node.GetRequiredService<IAdoption>().ClaimAsync([Claim(solution, state, by)], Importer, default);

    private static Task<IReadOnlyList<UseOutcome>> DecideAsync(ServiceProvider node, Guid batch, params UseDecision[] decisions) =>
        node.GetRequiredService<IAdoption>().DecideAsync(User, decisions, batch, confirms: true, Today, Coordinator, default);

    private static async Task<OwnUse> OwnAsync(ServiceProvider node, SolutionId solution) =>
        (await node.GetRequiredService<IAdoption>().OwnUsesAsync(User, default)).Single(use => use.Solution == solution);

    private static async Task<int> LedgerAsync(ServiceProvider node, string happened)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Set<LedgerEntry>().CountAsync(entry => entry.Event == happened);
    }
}
