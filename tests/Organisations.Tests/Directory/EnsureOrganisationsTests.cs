using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations.Tests.Directory;

public sealed class EnsureOrganisationsTests : IAsyncLifetime
{
    private static readonly Actor Importer = new("import test");
    private House house = null!;

    public async Task InitializeAsync() => house = await House.BuildAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    private static Task<IReadOnlyList<OrganisationSummary?>> EnsureAsync(IServiceProvider node, params string[] names) =>
        node.GetRequiredService<IOrganisations>().EnsureAsync(
            [.. names.Select(name => new NewOrganisation(name))], Importer, CancellationToken.None);

    [Fact]
    public async Task Ensure_NewNames_AddsEachOnceInTheOrderAsked()
    {
        var node = await house.NodeAsync();
        var found = await EnsureAsync(node, "Politie", "Ministerie van Financiën", "POLITIE ", "Ministerie van Financien");
        Assert.Equal(["Politie", "Ministerie van Financiën", "Politie", "Ministerie van Financiën"], found.Select(each => each?.Name));
        Assert.Equal([OrganisationKind.Other, OrganisationKind.Ministry], found.Take(2).Select(each => each!.Kind));
        Assert.Equal(["ministerie-van-financien", "politie"], node.GetRequiredService<IOrganisations>().Others.Select(each => each.Slug));
    }

    [Fact]
    public async Task Ensure_Again_ChangesNothing()
    {
        var node = await house.NodeAsync();
        var first = await EnsureAsync(node, "Politie", "Waterschap Limburg");
        Assert.Equal(first.Reverse(), await EnsureAsync(node, "Waterschap  Limburg", "politie"));
        Assert.Equal(2, node.GetRequiredService<IOrganisations>().Others.Count);
        Assert.Equal(2, await LedgerCountAsync(node));
    }

    [Fact]
    public async Task Ensure_Municipality_GivesItWithoutARow()
    {
        var node = await house.NodeAsync();
        var found = await EnsureAsync(node, "Gemeente Den Haag", "Gemeente Bergen", "Gemeente Nergenshuizen", "Bergen", "");
        Assert.Equal("GM0518", found[0]?.Code?.Value);
        Assert.All(found.Skip(1), Assert.Null);
        Assert.Empty(node.GetRequiredService<IOrganisations>().Others);
    }

    [Fact]
    public async Task Ensure_GivenKind_GoesBeforeTheName()
    {
        var node = await house.NodeAsync();
        var found = await node.GetRequiredService<IOrganisations>().EnsureAsync(
            [new NewOrganisation("Utrecht", OrganisationKind.Province), new NewOrganisation("Omgevingsdienst", OrganisationKind.Supplier)],
            Importer, CancellationToken.None);
        Assert.Equal([OrganisationKind.Province, OrganisationKind.Supplier], found.Select(each => each!.Kind));
        Assert.Equal("utrecht-2", found[0]!.Slug);
    }

    [Fact]
    public async Task Ensure_NameTooLongOrWithControlCharacters_IsKeptAsFarAsItGoes()
    {
        var node = await house.NodeAsync();
        var found = await EnsureAsync(node, new string('x', 199) + "😀 en meer", "Stichting\0\tHalt");
        Assert.Equal(new string('x', 199), found[0]!.Name);
        Assert.Equal("StichtingHalt", found[1]!.Name);
    }

    [Fact]
    public async Task Ensure_OnAnotherNode_FindsWhatTheFirstAdded()
    {
        var one = await house.NodeAsync();
        var other = await house.NodeAsync();
        var added = await EnsureAsync(one, "Kadaster", "Logius");
        Assert.Equal(added, await EnsureAsync(other, "Kadaster", "Logius"));
        Assert.Equal(2, await LedgerCountAsync(other));
    }

    [Fact]
    public async Task Ensure_OnTwoNodesAtOnce_AddsEachOnce()
    {
        var nodes = new[] { await house.NodeAsync(), await house.NodeAsync(), await house.NodeAsync() };
        var names = Enumerable.Range(1, 40).Select(number => $"Stichting {number}").ToArray();
        var answers = await Task.WhenAll(nodes.Select(node => Task.Run(() => EnsureAsync(node, names))));
        Assert.All(answers, answer => Assert.Equal(answers[0].Select(each => each!.Id), answer.Select(each => each!.Id)));
        Assert.Equal(names.Length, await LedgerCountAsync(nodes[0]));
    }

    [Fact]
    public async Task Reader_AfterAnotherNodeAdded_KnowsIt()
    {
        var one = await house.NodeAsync();
        var other = await house.NodeAsync();
        await EnsureAsync(one, "Kadaster");
        var reader = other.GetServices<ILedgerReader>().Single(each => each.Name == "organisations");
        Assert.Empty(other.GetRequiredService<IOrganisations>().Others);
        await reader.ReadAsync(await LedgerAsync(other), CancellationToken.None);
        Assert.Equal(["Kadaster"], other.GetRequiredService<IOrganisations>().Others.Select(each => each.Name));
        Assert.Equal("Kadaster", other.GetRequiredService<IOrganisations>().Match("kadaster", new DateOnly(2026, 1, 1)).Organisation?.Name);
    }

    private static async Task<int> LedgerCountAsync(IServiceProvider node) => (await LedgerAsync(node)).Count;

    private static async Task<List<LedgerEntry>> LedgerAsync(IServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OrganisationsDb>().Set<LedgerEntry>().ToListAsync();
    }
}
