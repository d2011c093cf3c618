using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>Writes solutions together with who uses them at this moment.</summary>
internal sealed class LiveFacts(KeptFacts kept, IAdoption adoption, IOrganisations organisations)
{
    /// <summary>Reads what is known of results, and says how their array is written; what is no longer public is left out.</summary>
    /// <param name="results">What to write, in order.</param>
    /// <param name="id">The solution of a result.</param>
    /// <param name="live">What to add to its facts.</param>
    /// <param name="type">How that is written.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Action<Utf8JsonWriter>> ResultsAsync<T, TLive>(
        IReadOnlyList<T> results, Func<T, SolutionId> id, Func<T, Users, TLive> live, JsonTypeInfo<TLive> type, CancellationToken cancellation)
    {
        var facts = await kept.FindAsync([.. results.Select(id)], cancellation);
        return json =>
        {
            using var splice = new JsonSplice();
            json.WriteStartArray("results");
            foreach (var result in results)
            {
                if (facts.TryGetValue(id(result), out var known))
                    splice.Write(json, known, live(result, UsersOf(id(result))), type);
            }

            json.WriteEndArray();
        };
    }

    public Users UsersOf(SolutionId solution)
    {
        var users = adoption.UsersOf(solution);
        var codes = new List<MunicipalityCode>(users.Users.Count);
        foreach (var user in users.Users)
        {
            if (organisations.FindMunicipality(user.User) is { } municipality)
                codes.Add(municipality.Code);
        }

        return new(users.Active, users.Confirmed, users.Planned, codes);
    }
}
