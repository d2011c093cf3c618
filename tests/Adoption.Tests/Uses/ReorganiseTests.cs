using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Tests.Uses;

/// <summary>Uses of municipalities that ended show at who carries on; after a split each of them decides.</summary>
public sealed class ReorganiseTests
{
    private static readonly Actor Actor = new("test");
    private static readonly DateOnly Today = new(2026, 8, 8), Then = new(2026, 3, 1);
    private static readonly OrganisationId Weesp = Id("GM0457"), Amsterdam = Id("GM0363"), Haaren = Id("GM0788");
    private static readonly OrganisationId[] AfterHaaren = [Id("GM0757"), Id("GM0824"), Id("GM0855"), Id("GM0865")];

    [Theory, OnEachDatabase]
    public async Task Use_OfAnExtendedMunicipality_ShowsAtItsSuccessor_AsItWas(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        await DecideAsync(node, Weesp, Then, new UseDecision(solution, UseAnswer.Use, new(2019, 5, 1), Details: new(new(2019, 5, 1), "4.2", "Kleur", WouldAgain.Yes, "Balie")));

        var look = Assert.Single(await RunAsync(node, look: true));
        Assert.Equal(("Weesp", "Amsterdam", new DateOnly(2022, 3, 24), 1), (look.Predecessor.Name, look.Successors.Single().Name, look.On, look.Uses));
        Assert.Equal(Weesp, Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users).User);

        Assert.Equivalent(look, Assert.Single(await RunAsync(node)));
        var use = Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users);
        Assert.Equal((Amsterdam, ProofLevel.Confirmed, Then, new DateOnly(2019, 5, 1)), (use.User, use.Proof, use.ConfirmedOn!.Value, use.Since!.Value));
        Assert.Equal(new UseOrigin(Weesp, new(2022, 3, 24)), use.Origin);
        var own = await OwnAsync(node, Amsterdam, solution);
        Assert.Equal(("4.2", "Kleur", "Balie"), (own.Details.Version!, own.Details.Changed!, own.Details.Contact!));

        // The old one stays as it was, says that it moved, and can no longer be changed.
        var old = await OwnAsync(node, Weesp, solution);
        Assert.Equal((true, Then, null), (old.Moved, old.ConfirmedOn!.Value, old.CountsUntil));
        var refused = await node.GetRequiredService<IAdoption>().DecideAsync(
            Weesp, [new(solution, UseAnswer.Confirm)], Guid.NewGuid(), confirms: true, Today, Actor, default);
        Assert.Contains("Ga daar verder.", refused[0].Trouble!, StringComparison.Ordinal);
        await ClaimAsync(node, Weesp, solution, UseState.Planned);
        Assert.Equal(1, (await Rooms.FreshAsync(node)).UsersOf(solution).Active);
    }

    [Theory, OnEachDatabase]
    public async Task Again_ChangesNothing_AndALaterClaimGoesAlongToo(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (one, other) = (SolutionId.New(), SolutionId.New());
        await ClaimAsync(node, Weesp, one);
        Assert.Single(await RunAsync(node));
        var before = await LedgerAsync(node);
        Assert.Empty(await RunAsync(node));
        Assert.Empty(await RunAsync(node, look: true));
        Assert.Equal(before, await LedgerAsync(node));

        // A register that still names the old municipality.
        await ClaimAsync(node, Weesp, other);
        Assert.Equal(1, Assert.Single(await RunAsync(node)).Uses);
        var use = Assert.Single((await Rooms.FreshAsync(node)).UsersOf(other).Users);
        Assert.Equal((Amsterdam, ProofLevel.Claimed, "Register"), (use.User, use.Proof, use.ClaimedBy!));
    }

    [Theory, OnEachDatabase]
    public async Task WhatTheSuccessorSaid_GoesFirst_AndAClaimGivesWayToAConfirmation(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (ended, claimed) = (SolutionId.New(), SolutionId.New());
        await DecideAsync(node, Weesp, Then, new UseDecision(ended, UseAnswer.Use), new UseDecision(claimed, UseAnswer.Use));
        await DecideAsync(node, Amsterdam, Then, new UseDecision(ended, UseAnswer.End, Then, "Te duur"));
        await ClaimAsync(node, Amsterdam, claimed);
        await RunAsync(node);

        var adoption = await Rooms.FreshAsync(node);
        Assert.Equal((0, 1, 1), (adoption.UsersOf(ended).Active, adoption.UsersOf(claimed).Active, adoption.UsersOf(claimed).Confirmed));
        Assert.Equal("Te duur", (await OwnAsync(node, Amsterdam, ended)).EndReason);
    }

    [Theory, OnEachDatabase]
    public async Task Merger_OfTwoUsers_IsOneUse_TheSurest_AndHiddenWhenOneHidIt(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, hidden) = (SolutionId.New(), SolutionId.New());
        // Landerd and Uden became Maashorst on 1 January 2022.
        var (landerd, uden, maashorst) = (Id("GM1685"), Id("GM0856"), Id("GM1991"));
        await ClaimAsync(node, landerd, solution);
        await DecideAsync(node, uden, Then, new UseDecision(solution, UseAnswer.Use), new UseDecision(hidden, UseAnswer.Use));
        await DecideAsync(node, landerd, Then.AddDays(-1), new UseDecision(hidden, UseAnswer.Use, Details: new(Hidden: true)));
        await RunAsync(node);

        var adoption = await Rooms.FreshAsync(node);
        var use = Assert.Single(adoption.UsersOf(solution).Users);
        Assert.Equal((maashorst, ProofLevel.Confirmed, uden), (use.User, use.Proof, use.Origin!.Predecessor));
        Assert.Equal((1, 0), (adoption.UsersOf(hidden).Active, adoption.UsersOf(hidden).Users.Count));
    }

    [Theory, OnEachDatabase]
    public async Task Merger_WhenOneStillUsesOrPlansIt_GoesOn_WhateverTheOtherEndedOrClaimedLater(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (used, planned, claimed, rejected) = (SolutionId.New(), SolutionId.New(), SolutionId.New(), SolutionId.New());
        var (landerd, uden, maashorst) = (Id("GM1685"), Id("GM0856"), Id("GM1991"));
        await DecideAsync(
            node, uden, Then, new UseDecision(used, UseAnswer.Use, new(2020, 1, 1)), new UseDecision(planned, UseAnswer.Plan, new(2027, 1, 1)),
            new UseDecision(rejected, UseAnswer.Use));
        await ClaimAsync(node, uden, claimed);
        await ClaimAsync(node, landerd, rejected);
        await DecideAsync(
            node, landerd, Then.AddDays(5), new UseDecision(used, UseAnswer.End, Then, "Te duur"), new UseDecision(planned, UseAnswer.End, Then, "Te duur"),
            new UseDecision(claimed, UseAnswer.End, Then, "Te duur"), new UseDecision(rejected, UseAnswer.Reject, Reason: "Nooit gebruikt"));
        await RunAsync(node);

        var adoption = await Rooms.FreshAsync(node);
        var use = Assert.Single(adoption.UsersOf(used).Users);
        Assert.Equal((maashorst, UseState.Active, ProofLevel.Confirmed, uden), (use.User, use.State, use.Proof, use.Origin!.Predecessor));
        Assert.Equal((1, 1, 1), (adoption.UsersOf(planned).Planned, adoption.UsersOf(claimed).Active, adoption.UsersOf(rejected).Confirmed));
        // What the other ended stays to be read there.
        var ended = await OwnAsync(node, landerd, used);
        Assert.Equal((UseState.Ended, "Te duur", true), (ended.State, ended.EndReason!, ended.Moved));
    }

    [Theory, OnEachDatabase]
    public async Task ALaterMerger_BringsWhatIsStillUsed_UnlessTheSuccessorItselfEndedIt(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (used, stopped) = (SolutionId.New(), SolutionId.New());
        // Groningen took over Ten Boer and Haren on 1 January 2019; here Haren comes later, as its uses were registered later.
        var (tenBoer, haren, groningen) = (Id("GM0009"), Id("GM0017"), Id("GM0014"));
        DateOnly before = new(2018, 6, 1), after = new(2020, 6, 1);
        await DecideAsync(node, tenBoer, before, new UseDecision(used, UseAnswer.End, before, "Te duur"), new UseDecision(stopped, UseAnswer.End, before, "Te duur"));
        await RunAsync(node);
        Assert.Equal((0, 0), ((await Rooms.FreshAsync(node)).UsersOf(used).Active, (await Rooms.FreshAsync(node)).UsersOf(stopped).Active));

        await DecideAsync(node, groningen, after, new UseDecision(stopped, UseAnswer.Use));
        await DecideAsync(node, groningen, after.AddDays(1), new UseDecision(stopped, UseAnswer.End, after, "Ook te duur"));
        await DecideAsync(node, haren, before, new UseDecision(used, UseAnswer.Use), new UseDecision(stopped, UseAnswer.Use));
        await RunAsync(node);

        var adoption = await Rooms.FreshAsync(node);
        var use = Assert.Single(adoption.UsersOf(used).Users);
        Assert.Equal((groningen, UseState.Active, haren), (use.User, use.State, use.Origin!.Predecessor));
        Assert.Equal(0, adoption.UsersOf(stopped).Active);
        Assert.Equal("Ook te duur", (await OwnAsync(node, groningen, stopped)).EndReason);
    }

    [Theory, OnEachDatabase]
    public async Task Split_AsksEachSuccessor_AndCountsOnceUntilOneSaysSo(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, gone) = (SolutionId.New(), SolutionId.New());
        await DecideAsync(node, Haaren, Then, new UseDecision(solution, UseAnswer.Use), new UseDecision(gone, UseAnswer.End, Then, "Klaar"));
        var moved = Assert.Single(await RunAsync(node));
        Assert.Equal((true, 4, 2), (moved.IsSplit, moved.Successors.Count, moved.Uses));

        var adoption = await Rooms.FreshAsync(node);
        Assert.Equal((Haaren, 1), (Assert.Single(adoption.UsersOf(solution).Users).User, adoption.UsersOf(solution).Active));
        foreach (var successor in AfterHaaren)
        {
            var asked = await OwnAsync(node, successor, solution);
            Assert.Equal((true, ClaimKind.Predecessor, "Haaren"), (asked.Waits, asked.ClaimedAs!.Value, asked.ClaimedBy!));
            Assert.Null(await adoption.OwnUseAsync(successor, gone, default));
        }

        Assert.Equal(AfterHaaren.Length, (await adoption.ToAnswerAsync(Today, default)).Values.Sum(each => each.Claims));

        var batch = Guid.NewGuid();
        await adoption.DecideAsync(AfterHaaren[0], [new(solution, UseAnswer.Confirm)], batch, confirms: true, Today, Actor, default);
        await DecideAsync(node, AfterHaaren[1], Today, new UseDecision(solution, UseAnswer.Reject, Reason: "Niet in ons deel"));
        adoption = await Rooms.FreshAsync(node);
        Assert.Equal(AfterHaaren[0], Assert.Single(adoption.UsersOf(solution).Users).User);

        // Taken back: it waits again, and counts at Haaren as before.
        Assert.Equal(1, await adoption.UndoAsync(AfterHaaren[0], batch, Today, Actor, default));
        adoption = await Rooms.FreshAsync(node);
        Assert.Equal(Haaren, Assert.Single(adoption.UsersOf(solution).Users).User);
        Assert.True((await OwnAsync(node, AfterHaaren[0], solution)).Waits);

        foreach (var successor in AfterHaaren.Except([AfterHaaren[1]]))
            await DecideAsync(node, successor, Today, new UseDecision(solution, UseAnswer.Reject, Reason: "Niet in ons deel"));
        Assert.Equal(0, (await Rooms.FreshAsync(node)).UsersOf(solution).Active);
    }

    [Theory, OnEachDatabase]
    public async Task Day_BeforeItTookEffect_MovesNothing_AndAChainIsOneStep(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        await ClaimAsync(node, Weesp, solution);
        Assert.Empty(await node.GetRequiredService<IAdoption>().ReorganiseAsync(new(2022, 3, 23), Actor, default));

        // Zeevang went into Edam-Volendam in 2016; Graft-De Rijp into Alkmaar in 2015; both are one step today.
        await ClaimAsync(node, Id("GM0478"), solution);
        var moved = await RunAsync(node);
        Assert.Equal(["Edam-Volendam", "Amsterdam"], moved.Select(each => each.Successors.Single().Name));
    }

    [Theory, OnEachDatabase]
    public async Task ThreeRunsAtOnce_WhileTheSuccessorDecides_MoveEachUseOnce(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        ServiceProvider[] nodes = [await rooms.NodeAsync(), await rooms.NodeAsync(), await rooms.NodeAsync()];
        List<SolutionId> solutions = [.. Enumerable.Range(0, 40).Select(_ => SolutionId.New())];
        foreach (var solution in solutions)
            await ClaimAsync(nodes[0], Weesp, solution);

        var runs = nodes.Select(node => Task.Run(() => RunAsync(node))).ToList();
        var decisions = Task.Run(() => DecideAsync(nodes[0], Amsterdam, Today, [.. solutions.Take(20).Select(each => new UseDecision(each, UseAnswer.Use))]));
        var moved = await Task.WhenAll(runs);
        await decisions;

        Assert.Equal(solutions.Count, moved.Sum(run => run.Sum(each => each.Uses)));
        var fresh = await Rooms.FreshAsync(nodes[0]);
        Assert.All(solutions, each => Assert.Equal(Amsterdam, Assert.Single(fresh.UsersOf(each).Users).User));
        Assert.All(solutions.Take(20), each => Assert.Equal(1, fresh.UsersOf(each).Confirmed));
        await using var scope = nodes[0].CreateAsyncScope();
        var left = await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Set<LedgerEntry>().CountAsync(each => each.Event == nameof(UseLeft));
        Assert.Equal(solutions.Count, left);
    }

    private static OrganisationId Id(string code) => MunicipalityCode.Parse(code).OrganisationId;

    private static Task<IReadOnlyList<ReorganisedUses>> RunAsync(ServiceProvider node, bool look = false) =>
        node.GetRequiredService<IAdoption>().ReorganiseAsync(Today, look ? null : Actor, default);

    private static async Task DecideAsync(ServiceProvider node, OrganisationId user, DateOnly on, params UseDecision[] decisions) => Assert.All(
        await node.GetRequiredService<IAdoption>().DecideAsync(user, decisions, Guid.NewGuid(), confirms: true, on, Actor, default),
        outcome => Assert.Null(outcome.Trouble));

    private static Task<int> ClaimAsync(ServiceProvider node, OrganisationId user, SolutionId solution, UseState state = UseState.Active) =>
        node.GetRequiredService<IAdoption>().ClaimAsync([new(solution, user, state, "Register", new(2026, 2, 1), null)], Actor, default);

    private static async Task<OwnUse> OwnAsync(ServiceProvider node, OrganisationId user, SolutionId solution) =>
        (await node.GetRequiredService<IAdoption>().OwnUseAsync(user, solution, default))!;

    private static async Task<int> LedgerAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Set<LedgerEntry>().CountAsync();
    }
}
