using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Tests.Uses;

public sealed class ClaimTests
{
    private static readonly Actor Importer = new("import test"), Loader = new("test");
    private static readonly DateOnly SourceDay = new(2026, 8, 1);

    [Theory]
    [OnEachDatabase]
    public async Task Claim_NewUse_IsClaimedWithItsSource(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, user) = (SolutionId.New(), OrganisationId.New());

        var added = await ClaimAsync(node, Claim(solution, user));

        Assert.Equal(1, added);
        var use = Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users);
        Assert.Equal(
            (user, UseState.Active, ProofLevel.Claimed, "Register", SourceDay),
            (use.User, use.State, use.Proof, use.ClaimedBy!, use.ClaimedOn!.Value));
        Assert.Null(use.ConfirmedOn);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Claim_Again_AddsNothingAndTellsNothing(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var claim = Claim(SolutionId.New(), OrganisationId.New());

        Assert.Equal((1, 0), (await ClaimAsync(node, claim, claim), await ClaimAsync(node, claim)));

        Assert.Equal((1, 1), (await CountAsync(node), await LedgerAsync(node)));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Claim_AgainOnALaterDay_RenewsTheDay_AndIsToldOnceForAll(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var claims = Enumerable.Range(0, 3).Select(_ => Claim(SolutionId.New(), OrganisationId.New())).ToArray();
        await ClaimAsync(node, claims);
        var register = node.GetServices<ILedgerReader>().Single(reader => reader.Name == "register of uses");
        await register.StartAsync(CancellationToken.None);
        var later = Array.ConvertAll(claims, claim => claim with { ClaimedOn = SourceDay.AddDays(7) });

        Assert.Equal(0, await ClaimAsync(node, [.. later, later[0] with { ClaimedBy = "Ander register" }]));
        Assert.Equal(0, await ClaimAsync(node, later));
        Assert.Equal(0, await ClaimAsync(node, claims));

        await register.ReadAsync(await EntriesAsync(node, nameof(UsesStatedAgain)), CancellationToken.None);
        Assert.Single(await EntriesAsync(node, nameof(UsesStatedAgain)));
        Assert.Equal(3, await LedgerAsync(node));
        Assert.All(claims, claim =>
        {
            var use = node.GetRequiredService<IAdoption>().UsersOf(claim.Solution).Users.Single();
            Assert.Equal(("Register", SourceDay.AddDays(7)), (use.ClaimedBy!, use.ClaimedOn!.Value));
        });
    }

    [Theory]
    [OnEachDatabase]
    public async Task Claims_ThatSayTheSameOfOneUser_AreOneObject_AndWhatDiffersIsNot(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (first, second, later, user) = (SolutionId.New(), SolutionId.New(), SolutionId.New(), OrganisationId.New());

        await ClaimAsync(node, Claim(first, user), Claim(second, user), Claim(later, user) with { ClaimedOn = SourceDay.AddDays(1) });

        var uses = await Rooms.FreshAsync(node);
        Assert.Same(uses.UsersOf(first).Users.Single(), uses.UsersOf(second).Users.Single());
        Assert.Equal(SourceDay.AddDays(1), uses.UsersOf(later).Users.Single().ClaimedOn);
        Assert.Equal(3, uses.UsesBy(user).Count);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Claim_OtherState_MovesTheUse(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var claim = Claim(SolutionId.New(), OrganisationId.New());
        await ClaimAsync(node, claim with { State = UseState.Planned });

        var added = await ClaimAsync(node, claim with { ClaimedOn = SourceDay.AddDays(3) });

        Assert.Equal(0, added);
        var users = (await Rooms.FreshAsync(node)).UsersOf(claim.Solution);
        Assert.Equal((1, 0), (users.Active, users.Planned));
        Assert.Equal(SourceDay.AddDays(3), users.Users.Single().ClaimedOn);
        Assert.Equal(2, await LedgerAsync(node));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Claim_AgainstWhatTheUserConfirmed_ChangesNothing(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, user) = (SolutionId.New(), OrganisationId.New());
        await SampleAsync(node, new SampleUse(solution, user, UseState.Active, null, new(2026, 7, 1)));

        await ClaimAsync(node, Claim(solution, user) with { State = UseState.Ended });

        var use = Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users);
        Assert.Equal((UseState.Active, ProofLevel.Confirmed, null), (use.State, use.Proof, use.ClaimedBy));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Counts_TellConfirmedFromClaimedAndLeaveOutTheRest(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var node = await rooms.NodeAsync();
        var (solution, ended) = (SolutionId.New(), OrganisationId.New());
        await SampleAsync(
            node,
            new(solution, OrganisationId.New(), UseState.Active, null, new(2026, 7, 1)),
            new(solution, OrganisationId.New(), UseState.Active, null, new(2025, 7, 1)),
            new(solution, OrganisationId.New(), UseState.Planned, new(2027, 1, 1), null),
            new(solution, OrganisationId.New(), UseState.Interested, null, null));
        await ClaimAsync(node, Claim(solution, OrganisationId.New()), Claim(solution, ended) with { State = UseState.Ended });

        var adoption = await Rooms.FreshAsync(node);

        var users = adoption.UsersOf(solution);
        Assert.Equal((3, 1, 1), (users.Active, users.Confirmed, users.Planned));
        Assert.Equal(
            [ProofLevel.Claimed, ProofLevel.Claimed, ProofLevel.Confirmed, ProofLevel.Lapsed], users.Users.Select(user => user.Proof).Order());
        Assert.Equal(new UseTotals(3, 1), adoption.Totals);
        Assert.Empty(adoption.UsesBy(ended));
        Assert.Equal(4, adoption.All().Count());
    }

    [Theory]
    [InlineData(13, 0, ProofLevel.Confirmed)]
    [InlineData(13, 1, ProofLevel.Lapsed)]
    public async Task Proof_LapsesThirteenMonthsAfterTheLastConfirmation(int months, int days, ProofLevel proof)
    {
        await using var rooms = await Rooms.OpenAsync(DatabaseKind.Sqlite);
        var node = await rooms.NodeAsync();
        var solution = SolutionId.New();
        var today = DateOnly.FromDateTime(rooms.Time.GetUtcNow().UtcDateTime);
        await SampleAsync(node, new SampleUse(solution, OrganisationId.New(), UseState.Active, null, today.AddDays(-days).AddMonths(-months)));

        var use = Assert.Single((await Rooms.FreshAsync(node)).UsersOf(solution).Users);

        Assert.Equal(proof, use.Proof);
    }

    [Fact]
    public async Task StartedSince_GivesEachUserOnceAndNobodyOfTomorrow()
    {
        await using var rooms = await Rooms.OpenAsync(DatabaseKind.Sqlite);
        var node = await rooms.NodeAsync();
        var (twice, early, tomorrow) = (OrganisationId.New(), OrganisationId.New(), OrganisationId.New());
        await SampleAsync(
            node,
            new(SolutionId.New(), twice, UseState.Active, new(2026, 8, 1), null),
            new(SolutionId.New(), twice, UseState.Active, new(2026, 8, 8), null),
            new(SolutionId.New(), early, UseState.Active, new(2026, 7, 31), null),
            new(SolutionId.New(), tomorrow, UseState.Active, new(2026, 8, 9), null));

        Assert.Equal([twice], (await Rooms.FreshAsync(node)).StartedSince(new(2026, 8, 1)));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Claim_ByManyAtOnce_MakesEachUseOnce(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var one = await rooms.NodeAsync();
        var other = await rooms.NodeAsync();
        var solution = SolutionId.New();
        var claims = Enumerable.Range(0, 300).Select(_ => Claim(solution, OrganisationId.New())).ToArray();

        var added = await Task.WhenAll(
            Task.Run(() => ClaimAsync(one, claims)), Task.Run(() => ClaimAsync(other, [.. claims.Reverse()])), Task.Run(() => ClaimAsync(other, claims)));

        Assert.Equal((300, 300, 300), (added.Sum(), await CountAsync(one), await LedgerAsync(one)));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Ensure_ByTwoAtOnce_MakesEachOrganisationOnce(DatabaseKind kind)
    {
        await using var rooms = await Rooms.OpenAsync(kind);
        var one = await rooms.NodeAsync();
        var other = await rooms.NodeAsync();
        NewOrganisation[] names = [.. Enumerable.Range(0, 50).Select(number => new NewOrganisation($"Stichting {number}"))];

        var found = await Task.WhenAll(new[] { one, other }.Select(node => Task.Run(() =>
            node.GetRequiredService<IOrganisations>().EnsureAsync(node == one ? names : [.. names.Reverse()], Importer, CancellationToken.None))));

        Assert.Equal(found[0].Select(each => each!.Id), found[1].Select(each => each!.Id).Reverse());
        Assert.Equal(50, found[0].Select(each => each!.Id).Distinct().Count());
    }

    private static UseClaim Claim(SolutionId solution, OrganisationId user) => new(solution, user, UseState.Active, "Register", SourceDay, null);

    private static Task<int> ClaimAsync(ServiceProvider node, params UseClaim[] claims) =>
        node.GetRequiredService<IAdoption>().ClaimAsync(claims, Importer, CancellationToken.None);

    private static Task SampleAsync(ServiceProvider node, params SampleUse[] uses) =>
        node.GetRequiredService<IAdoption>().RegisterSamplesAsync(uses, Loader, CancellationToken.None);

    private static async Task<int> CountAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Uses.CountAsync();
    }

    private static async Task<int> LedgerAsync(ServiceProvider node) => (await EntriesAsync(node, nameof(UseClaimed))).Count;

    private static async Task<List<LedgerEntry>> EntriesAsync(ServiceProvider node, string name)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AdoptionDb>().Set<LedgerEntry>().AsNoTracking()
            .Where(entry => entry.Event == name).ToListAsync();
    }
}
