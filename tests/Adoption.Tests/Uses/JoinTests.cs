using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Tests.Uses;

/// <summary>Two solutions that are one have one set of users; parting them again is exact.</summary>
public sealed class JoinTests
{
    private static readonly Actor Actor = new("test");
    private static readonly DateOnly Day = new(2026, 8, 1);

    [Theory, OnEachDatabase]
    public async Task Join_OfAUserOfBoth_CountsTheBestProof_AndSplitIsExact(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var adoption = await Rooms.FreshAsync(node);
        var (solution, into, last) = (SolutionId.New(), SolutionId.New(), SolutionId.New());
        var (both, one) = (OrganisationId.New(), OrganisationId.New());
        await adoption.ClaimAsync(
            [
                new(into, both, UseState.Active, "register", Day, new(2024, 1, 1)),
                new(solution, both, UseState.Active, "register", Day, new(2025, 1, 1)),
                new(solution, one, UseState.Planned, "register", Day, null),
            ],
            Actor, default);
        await adoption.StateOwnUseAsync(solution, both, confirms: true, Day, Actor, default);

        await adoption.JoinAsync(solution, into, Actor, default);
        await adoption.JoinAsync(solution, into, Actor, default);
        adoption = await Rooms.FreshAsync(await rooms.NodeAsync());

        var users = adoption.UsersOf(into);
        Assert.Equal((1, 1, 1), (users.Active, users.Confirmed, users.Planned));
        Assert.Equal(new DateOnly(2024, 1, 1), users.Users.Single(use => use.User == both).Since);
        Assert.Empty(adoption.UsersOf(solution).Users);
        Assert.Equal([into], adoption.UsesBy(both).Select(use => use.Solution));

        // What goes on may be joined to yet another; then all of it counts there.
        await adoption.JoinAsync(into, last, Actor, default);
        Assert.Equal(1, (await Rooms.FreshAsync(await rooms.NodeAsync())).UsersOf(last).Confirmed);
        await adoption.SplitAsync(into, Actor, default);
        await adoption.SplitAsync(solution, Actor, default);
        await adoption.SplitAsync(solution, Actor, default);

        adoption = await Rooms.FreshAsync(await rooms.NodeAsync());
        Assert.Equal((1, 0, 0), (adoption.UsersOf(into).Active, adoption.UsersOf(into).Confirmed, adoption.UsersOf(into).Planned));
        Assert.Equal((1, 1, 1), (adoption.UsersOf(solution).Active, adoption.UsersOf(solution).Confirmed, adoption.UsersOf(solution).Planned));
        Assert.Empty(adoption.UsersOf(last).Users);
    }
}
