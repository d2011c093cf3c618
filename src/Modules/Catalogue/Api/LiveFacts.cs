using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>Writes solutions from memory together with who uses them at this moment.</summary>
internal sealed class LiveFacts(SolutionShelf shelf, IAdoption adoption, IOrganisations organisations)
{
    /// <summary>Writes the array of results; a solution that is no longer public is left out.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="results">What to write, in order.</param>
    /// <param name="id">The solution of a result.</param>
    /// <param name="live">What to add to its facts.</param>
    /// <param name="type">How that is written.</param>
    public void WriteResults<T, TLive>(
        Utf8JsonWriter json, IEnumerable<T> results, Func<T, SolutionId> id, Func<T, Users, TLive> live, JsonTypeInfo<TLive> type)
    {
        using var splice = new JsonSplice();
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            if (shelf.Find(id(result)) is { } facts)
                splice.Write(json, facts, live(result, UsersOf(id(result))), type);
        }

        json.WriteEndArray();
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
