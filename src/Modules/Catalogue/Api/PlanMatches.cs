using Microsoft.AspNetCore.Http.HttpResults;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Api;

/// <summary>Check first over the API: what exists already that looks like a plan.</summary>
internal sealed class PlanMatches(ISearch search, LiveFacts solutions, IAdoption adoption, IOrganisations organisations)
{
    private const int MaxText = 200_000, PeersConsidered = 40;

    public async Task<Results<Answer<CheckResponse>, InvalidInput>> CheckAsync(
        CheckRequest asked, int? pageSize, string? fields, CancellationToken cancellation)
    {
        var input = new Input();
        var size = asked.PageSize is { } inBody ? input.Size(inBody, "body") : input.Size(pageSize);
        var chosen = input.Fields(fields, CatalogueJson.Default.CheckedItem);
        if (string.IsNullOrWhiteSpace(asked.Text))
            input.Wrong("body", "text", "required", "Vul bij text in wat u wilt gaan doen.");
        else if (asked.Text.Length > MaxText)
            input.Wrong("body", "text", "tooLong", "Maak de tekst korter: hoogstens 200.000 tekens.");
        var peers = Peers(asked.Municipality, input);
        if (!input.IsValid)
            return input.Problem;

        var answer = search.Check(new(asked.Text!) { Take = size, Places = [.. organisations.Current.Select(each => each.Name)] });
        var results = await solutions.ResultsAsync(
            answer.Matches, match => new(match.Id),
            (match, users) => new LiveChecked(
                users, match.Strength, match.Why, match.OnlyInPlan, match.OnlyInEntry, Among(peers, new(match.Id))),
            CatalogueJson.Default.LiveChecked, cancellation);
        return new Answer<CheckResponse>(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("words", answer.Words);
            results(json);
            json.WriteEndObject();
        })
        { Fields = chosen };
    }

    private IReadOnlyList<OrganisationSummary> Peers(string? code, Input input)
    {
        if (string.IsNullOrEmpty(code))
            return [];
        if (MunicipalityCode.TryParse(code, out var known) && organisations.FindMunicipality(known) is { } municipality)
            return [.. organisations.Peers(municipality.Id, PeersConsidered, organisations.Today).Select(peer => peer.Municipality.Summary)];
        input.Wrong("body", "municipality", "unknown", "Deze gemeente kennen we niet. Gebruik een code zoals GM0301.");
        return [];
    }

    private IReadOnlyList<OrganisationLink> Among(IReadOnlyList<OrganisationSummary> peers, SolutionId solution)
    {
        if (peers.Count == 0)
            return [];
        var users = adoption.UsersOf(solution).Users.Where(user => user.State == UseState.Active).Select(user => user.User).ToHashSet();
        return [.. peers.Where(peer => users.Contains(peer.Id)).Select(peer => OrganisationLink.Of(peer)!)];
    }
}
