using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>What an organisation keeps to itself about its uses stands on no page, and in no file, feed, search or answer of the API.</summary>
/// <remarks>Every address is opened as a visitor and as the supplier of the solution, also of rooms that come later.</remarks>
public sealed class SecretUsesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    // Whatever must not be seen holds this word, in a text or in the name of an organisation.
    private const string Secret = "Geheimwulp", Supplier = "Voorbeeldmaker Software", Solution = "vroegbel";
    private static readonly Actor Planter = new("test");

    private IAdoption Adoption => site.Services.GetRequiredService<IAdoption>();

    private DateOnly Today => site.Services.GetRequiredService<IOrganisations>().Today;

    [Fact]
    public async Task NoAddress_ShowsAVisitorOrASupplier_WhatAUserKeepsToItself()
    {
        var solution = (await site.Services.GetRequiredService<ICatalogue>().FindBySlugAsync(Solution, default))!;
        await PlantAsync(solution.Id);
        using var visitor = site.Visit();
        using var supplier = await SupplierAsync();
        Assert.Contains("Regio Openbaar", (await visitor.OpenAsync($"/oplossingen/{Solution}")).Body!.TextContent, StringComparison.Ordinal);

        List<string> leaks = [];
        foreach (var (who, name) in new[] { (visitor, "visitor"), (supplier, "supplier") })
        {
            foreach (var path in await PathsAsync())
            {
                using var answer = await who.RawAsync(HttpMethod.Get, path);
                if ((await answer.Content.ReadAsStringAsync()).Contains(Secret, StringComparison.OrdinalIgnoreCase))
                    leaks.Add($"{path} to the {name}");
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    // A page repeats what was searched, so the word is searched without its end: it must not be completed either.
    private async Task<List<string>> PathsAsync() =>
    [
        .. (await Address.AllAsync(site.Services)).Where(address => address.Methods.Contains("GET") && address.Path.StartsWith('/')).Select(address => address.Path),
        $"/zoeken?q={Secret[..^1]}", $"/zoeken?q={Solution}", $"/muur?q={Solution}", $"/muur?weergave=lijst&q={Solution}", $"/eerst-kijken?tekst={Solution}",
        $"/api/v1/solutions/{Solution}", $"/api/v1/solutions/{Solution}/uses", "/api/v1/uses", $"/api/v1/search?q={Secret[..^1]}", $"/en/oplossingen/{Solution}",
        $"/mijn/organisatie/gebruik?stand=alles",
    ];

    private async Task PlantAsync(SolutionId solution)
    {
        var details = new UseDetails(null, $"1.0-{Secret}", $"{Secret} pasten we aan.", WouldAgain.No, $"Mevrouw {Secret}");
        var names = await site.Services.GetRequiredService<IOrganisations>().EnsureAsync(
            [
                new("Regio Openbaar", OrganisationKind.JointBody), new($"Regio {Secret} Een", OrganisationKind.JointBody),
                new($"Regio {Secret} Twee", OrganisationKind.JointBody), new($"Regio {Secret} Drie", OrganisationKind.JointBody),
                new($"Regio {Secret} Vier", OrganisationKind.JointBody),
            ],
            Planter, default);
        await DecideAsync(names[0]!, new UseDecision(solution, UseAnswer.Use, Details: details));
        await DecideAsync(site.Services.GetRequiredService<IOrganisations>().FindBySlug("deventer")!, new UseDecision(solution, UseAnswer.Use, Today, Details: details));
        await DecideAsync(names[1]!, new UseDecision(solution, UseAnswer.Use, Details: details with { Hidden = true }));
        await DecideAsync(names[2]!, new UseDecision(solution, UseAnswer.Interested, Details: details));
        await DecideAsync(names[3]!, new UseDecision(solution, UseAnswer.End, Today, Secret, Details: details));
        await Adoption.ClaimAsync([new(solution, names[4]!.Id, UseState.Active, "Register", Today, null)], Planter, default);
        await DecideAsync(names[4]!, new UseDecision(solution, UseAnswer.Reject, Reason: Secret));

        // Hidden from the first moment on, or shown for a while and hidden afterwards: both are gone for others.
        await DecideAsync(names[1]!, new UseDecision(solution, UseAnswer.Keep, Details: details));
        await DecideAsync(names[1]!, new UseDecision(solution, UseAnswer.Keep, Details: details with { Hidden = true }));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        bool Shows(OrganisationSummary? user) => Adoption.UsersOf(solution).Users.Any(use => use.User == user!.Id);
        while (!Shows(names[0]) || names.Skip(1).Any(Shows))
            await again.WaitForNextTickAsync(limit.Token);
    }

    private async Task DecideAsync(OrganisationSummary user, UseDecision decision) => Assert.Null(
        (await Adoption.DecideAsync(user.Id, [decision], Guid.NewGuid(), confirms: true, Today, Planter, default))[0].Trouble);

    private async Task<Visitor> SupplierAsync()
    {
        await site.Services.GetRequiredService<IOrganisations>().EnsureAsync([new(Supplier, OrganisationKind.Supplier)], Planter, default);
        var person = await site.AsAsync("Lotte Kramer");
        await person.SubmitAsync("/mijn/organisaties", "Vraag deze rol", ("Form.Other", Supplier), ("Form.Role", "Contributor"));
        using (var manager = await site.AsAsync("Pim Hendriks"))
            await manager.SubmitAsync("/beheer/aanmeldingen", "Laat Lotte Kramer binnen");
        await person.SubmitAsync("/mijn/organisaties", $"Werk voor {Supplier}");
        var list = await person.OpenAsync("/mijn/organisatie/gebruik");
        Assert.Contains("alleen gebruik van jullie eigen producten", list.Body!.TextContent, StringComparison.Ordinal);
        return person;
    }
}
