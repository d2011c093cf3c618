using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Tests.Uses;

/// <summary>What a joint body uses counts for its members, unless they say something themselves.</summary>
public sealed class ViaTests
{
    private static readonly Actor Actor = new("test");
    private static readonly DateOnly Today = new(2026, 8, 8), Began = new(2020, 1, 1);
    private static readonly OrganisationId Zutphen = Id("GM0301"), Lochem = Id("GM0262"), Brummen = Id("GM0213");

    [Theory, OnEachDatabase]
    public async Task Use_OfAJointBody_CountsForItsMembers_AndNotForItself(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution) = (await BodyAsync(node, Zutphen, Lochem), SolutionId.New());
        Assert.True((await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use, new(2019, 5, 1))))[0].Changed);

        var adoption = await Rooms.FreshAsync(node);
        var users = adoption.UsersOf(solution);
        Assert.Equal((2, 2), (users.Active, users.Confirmed));
        Assert.Equal([Zutphen, Lochem], users.Users.Select(use => use.User).OrderBy(user => user == Lochem));
        // Nobody uses it through a joint body before it took part.
        Assert.All(users.Users, use => Assert.Equal((body, Began), (use.Via!.Value, use.Since!.Value)));
        Assert.Equal(new UseTotals(2, 2), adoption.Totals);
        Assert.Empty(adoption.UsesBy(body));
        Assert.Equal(solution, Assert.Single(adoption.UsesBy(Zutphen)).Solution);

        var own = await adoption.OwnUseAsync(Lochem, solution, default);
        Assert.Equal((body, false, null), (own!.Via!.Value, own.Waits, own.CountsUntil));
        Assert.Null((await adoption.OwnUseAsync(body, solution, default))!.Via);
        Assert.Null(await adoption.OwnUseAsync(Brummen, solution, default));
    }

    [Theory, OnEachDatabase]
    public async Task Member_EndsRejectsHidesOrConfirmsForItself_AndUndoes(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution) = (await BodyAsync(node, Zutphen, Lochem, Brummen), SolutionId.New());
        await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use, new(2024, 1, 1)));
        foreach (var (decision, active, shown) in new[]
        {
            (new UseDecision(solution, UseAnswer.End, Today, "Wij doen dit zelf", Seen: 0), 2, 2),
            (new UseDecision(solution, UseAnswer.Reject, Reason: "Dit geldt niet voor ons", Seen: null), 2, 2),
            (new UseDecision(solution, UseAnswer.Keep, Details: new(Hidden: true)), 3, 2),
            (new UseDecision(solution, UseAnswer.Confirm), 3, 3),
        })
        {
            var batch = Guid.NewGuid();
            Assert.Equal((true, null), ((await DecideAsync(node, Zutphen, batch, decision))[0].Changed, (await DecideAsync(node, Zutphen, batch, decision with { Seen = null }))[0].Trouble));
            var users = (await Rooms.FreshAsync(node)).UsersOf(solution);
            Assert.Equal((active, shown), (users.Active, users.Users.Count));
            Assert.DoesNotContain(users.Users, use => use.User == Zutphen && use.Via is not null);
            Assert.Null((await Own(node, Zutphen, solution))!.Via);

            Assert.Equal(1, await node.GetRequiredService<IAdoption>().UndoAsync(Zutphen, batch, Today, Actor, default));
            Assert.Contains((await Rooms.FreshAsync(node)).UsersOf(solution).Users, use => use.User == Zutphen && use.Via == body);
            Assert.Equal(body, (await Own(node, Zutphen, solution))!.Via);
            Assert.Empty(await node.GetRequiredService<IAdoption>().ToAnswerAsync(Today, default));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Claim_OfAnother_DoesNotOverruleWhatTheJointBodyConfirmed_ButTheMemberDoes(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution) = (await BodyAsync(node, Zutphen), SolutionId.New());
        await node.GetRequiredService<IAdoption>().ClaimAsync(
            [new(solution, Zutphen, UseState.Active, "Leverancier", Today, null)], Actor, default);
        await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use));
        Assert.Equal((1, 1), Count(await Rooms.FreshAsync(node), solution));

        // The claim still waits for an answer of Zutphen, and that answer goes first.
        Assert.True((await Own(node, Zutphen, solution))!.Waits);
        await DecideAsync(node, Zutphen, new UseDecision(solution, UseAnswer.Reject, Reason: "Nee"));
        Assert.Equal((0, 0), Count(await Rooms.FreshAsync(node), solution));
    }

    [Theory, OnEachDatabase]
    public async Task WhatTheMemberTookBack_DoesNotHideWhatTheJointBodySaysLater(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution, batch) = (await BodyAsync(node, Zutphen), SolutionId.New(), Guid.NewGuid());
        await DecideAsync(node, Zutphen, batch, new UseDecision(solution, UseAnswer.Use));
        await node.GetRequiredService<IAdoption>().UndoAsync(Zutphen, batch, Today, Actor, default);
        Assert.Equal((0, 0), Count(await Rooms.FreshAsync(node), solution));
        await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use));
        Assert.Equal((1, 1), Count(await Rooms.FreshAsync(node), solution));
    }

    [Theory, OnEachDatabase]
    public async Task WhatAMemberIsAsked_IsTheSameWithoutReadingAllItUses(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var adoption = node.GetRequiredService<IAdoption>();
        var body = await BodyAsync(node, Zutphen);
        var (fresh, old, waits, ofBody, oldButOfBody) =
            (SolutionId.New(), SolutionId.New(), SolutionId.New(), SolutionId.New(), SolutionId.New());
        var longAgo = Today.AddMonths(-12);
        await DecideAsync(node, Zutphen, new UseDecision(fresh, UseAnswer.Use));
        await adoption.DecideAsync(
            Zutphen, [new(old, UseAnswer.Use), new(oldButOfBody, UseAnswer.Use)], Guid.NewGuid(), confirms: true, longAgo, Actor, default);
        await adoption.ClaimAsync(
            [new(waits, Zutphen, UseState.Active, "Leverancier", Today, null), new(ofBody, Zutphen, UseState.Active, "Leverancier", Today, null)], Actor, default);
        await DecideAsync(node, body, new UseDecision(ofBody, UseAnswer.Use));
        await DecideAsync(node, body, new UseDecision(oldButOfBody, UseAnswer.Use));

        var soon = Today.AddMonths(2);
        var all = await adoption.OwnUsesAsync(Zutphen, default);
        var asked = await adoption.OwnUsesToAnswerAsync(Zutphen, ToAnswer.Claims | ToAnswer.Lapsing, soon, default);
        var lapsing = await adoption.OwnUsesToAnswerAsync(Zutphen, ToAnswer.Lapsing, soon, default);

        Assert.Contains(all, use => use.Solution == fresh);
        Assert.DoesNotContain(asked, use => use.Solution == fresh);
        Assert.Equal([old, oldButOfBody], Ids(asked.Where(use => use.CountsUntil < soon), old));
        Assert.Equal(Ids(all.Where(use => use.CountsUntil < soon), old), Ids(asked.Where(use => use.CountsUntil < soon), old));
        Assert.Equal(Ids(all.Where(use => use.CountsUntil < soon), old), Ids(lapsing.Where(use => use.CountsUntil < soon), old));
        Assert.DoesNotContain(lapsing, use => use.Solution == waits);
        Assert.Equal(Ids(all.Where(use => use.Waits), waits), Ids(asked.Where(use => use.Waits), waits));

        static IEnumerable<SolutionId> Ids(IEnumerable<OwnUse> uses, SolutionId first) =>
            uses.Select(use => use.Solution).OrderBy(solution => solution != first).ThenBy(solution => solution);
    }

    [Theory, OnEachDatabase]
    public async Task WhatIsAsked_OfSolutionsThatBecameOne_IsWhatCountsOfThem(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var adoption = node.GetRequiredService<IAdoption>();
        var (old, fresh, oldPart, whole) = (SolutionId.New(), SolutionId.New(), SolutionId.New(), SolutionId.New());
        await adoption.DecideAsync(
            Zutphen, [new(old, UseAnswer.Use), new(oldPart, UseAnswer.Use)], Guid.NewGuid(), confirms: true, Today.AddMonths(-12), Actor, default);
        await DecideAsync(node, Zutphen, new UseDecision(fresh, UseAnswer.Use));
        await adoption.JoinAsync(old, fresh, Actor, default);
        await adoption.JoinAsync(oldPart, whole, Actor, default);
        var heard = await Rooms.FreshAsync(node);

        var asked = await heard.OwnUsesToAnswerAsync(Zutphen, ToAnswer.Lapsing, Today.AddMonths(2), default);

        Assert.Equal([whole], asked.Where(use => use.CountsUntil < Today.AddMonths(2)).Select(use => use.Solution));
    }

    [Theory, OnEachDatabase]
    public async Task Hidden_ByTheJointBody_IsHiddenForAll(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution) = (await BodyAsync(node, Zutphen, Lochem), SolutionId.New());
        await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use, Details: new(Hidden: true)));
        var users = (await Rooms.FreshAsync(node)).UsersOf(solution);
        Assert.Equal((2, 0), (users.Active, users.Users.Count));
    }

    [Theory, OnEachDatabase]
    public async Task Members_ComeAndGoByDay_WithoutAnyRowOfTheirs(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution) = (await BodyAsync(node, Zutphen), SolutionId.New());
        await MemberAsync(node, body, Lochem, Today.AddDays(1), null);
        await MemberAsync(node, body, Brummen, Began, Today.AddDays(1));
        await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use));
        var adoption = await Rooms.FreshAsync(node);
        Assert.Equal(Set(Zutphen, Brummen), Set([.. adoption.UsersOf(solution).Users.Select(use => use.User)]));

        rooms.Time.Pass(TimeSpan.FromDays(1));
        Assert.Equal(solution, Assert.Single(adoption.ChangedByItselfAfter(Today)));
        Assert.Equal(Set(Zutphen, Lochem), Set([.. adoption.UsersOf(solution).Users.Select(use => use.User)]));
        Assert.Equal(body, (await Own(node, Lochem, solution))!.Via);
        Assert.Null(await Own(node, Brummen, solution));
        Assert.Equal(1, await CountAsync(node));
    }

    [Theory, OnEachDatabase]
    public async Task Contributor_OfAMember_CannotOverruleIt(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (body, solution) = (await BodyAsync(node, Zutphen), SolutionId.New());
        await DecideAsync(node, body, new UseDecision(solution, UseAnswer.Use));
        var outcome = await node.GetRequiredService<IAdoption>().DecideAsync(
            Zutphen, [new(solution, UseAnswer.Plan, Today)], Guid.NewGuid(), confirms: false, Today, Actor, default);
        Assert.Equal("Een samenwerkingsverband meldde dit voor jullie. Een coördinator kan het wijzigen.", outcome[0].Trouble);
        Assert.Equal(1, await CountAsync(node));
    }

    private static HashSet<OrganisationId> Set(params OrganisationId[] ids) => [.. ids];

    private static OrganisationId Id(string code) => MunicipalityCode.Parse(code).OrganisationId;

    private static (int Active, int Confirmed) Count(IAdoption adoption, SolutionId solution) =>
        (adoption.UsersOf(solution).Active, adoption.UsersOf(solution).Confirmed);

    private static Task<OwnUse?> Own(ServiceProvider node, OrganisationId user, SolutionId solution) =>
        node.GetRequiredService<IAdoption>().OwnUseAsync(user, solution, default);

    private static async Task<OrganisationId> BodyAsync(ServiceProvider node, params OrganisationId[] members)
    {
        var body = (await node.GetRequiredService<IOrganisations>().EnsureAsync([new("Voorbeeldregio", OrganisationKind.JointBody)], Actor, default))[0]!.Id;
        foreach (var member in members)
            await MemberAsync(node, body, member, Began, null);
        await Rooms.FreshAsync(node);
        return body;
    }

    private static async Task MemberAsync(ServiceProvider node, OrganisationId body, OrganisationId member, DateOnly from, DateOnly? until)
    {
        await using var scope = node.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        var (id, whose, who) = (Guid.NewGuid(), body.Value, member.Value);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO organisations_joint_body_members (id, joint_body, municipality, valid_from, valid_until) VALUES ({id}, {whose}, {who}, {from}, {until})");
    }

    private static Task<IReadOnlyList<UseOutcome>> DecideAsync(ServiceProvider node, OrganisationId user, params UseDecision[] decisions) =>
        DecideAsync(node, user, Guid.NewGuid(), decisions);

    private static Task<IReadOnlyList<UseOutcome>> DecideAsync(ServiceProvider node, OrganisationId user, Guid batch, params UseDecision[] decisions) =>
        node.GetRequiredService<IAdoption>().DecideAsync(user, decisions, batch, confirms: true, Today, Actor, default);

    private static async Task<int> CountAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Uses.CountAsync();
    }
}
