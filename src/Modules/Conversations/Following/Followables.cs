using Microsoft.AspNetCore.Http.Extensions;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Following;

/// <summary>A solution, in every stage.</summary>
internal sealed class FollowableSolutions(ICatalogue catalogue) : IFollowable
{
    public string Kind => Followable.Solution;

    public string Heading => "Oplossingen";

    public async Task<IReadOnlyDictionary<string, Followed>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Select(SolutionId.From).ToList();
        // One that was taken up in another answers with the card of that other, and both may be asked at once.
        return (await catalogue.CardsAsync(ids, cancellation))
            .Where(each => each.Value.Status != SolutionStatus.Draft)
            .ToDictionary(
                each => $"{each.Key}",
                each => new Followed($"{each.Value.Id}", each.Value.Title, $"/oplossingen/{each.Value.Slug}", IsWritten: true));
    }
}

/// <summary>What a municipality wants to do: who joins, and what becomes of it.</summary>
internal sealed class FollowableIntentions(ICatalogue catalogue) : IFollowable
{
    public string Kind => Followable.Intention;

    public string Heading => "Voornemens";

    public Task<IReadOnlyDictionary<string, Followed>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Followed>>(
            catalogue.Intentions([.. keys.Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty).Distinct()])
                .ToDictionary(each => $"{each.Id}", each => new Followed($"{each.Id}", each.Title, $"/voornemens/{each.Slug}", IsWritten: true)));
}

/// <summary>A municipality or another organisation: what it shares and what it uses.</summary>
internal sealed class FollowableOrganisations(IOrganisations organisations) : IFollowable
{
    public string Kind => Followable.Organisation;

    public string Heading => "Gemeenten en andere organisaties";

    public Task<IReadOnlyDictionary<string, Followed>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Followed>>(keys
            .Select(key => Guid.TryParse(key, out var id) ? organisations.Find(new(id)) : null).OfType<OrganisationSummary>()
            .DistinctBy(each => each.Id)
            .ToDictionary(each => $"{each.Id}", each => new Followed($"{each.Id}", each.Name, each.Path ?? "/muur", IsWritten: false)));
}

/// <summary>A theme: what is shared in it.</summary>
internal sealed class FollowableThemes(ICatalogue catalogue) : IFollowable
{
    public string Kind => Followable.Theme;

    public string Heading => "Thema’s";

    public Task<IReadOnlyDictionary<string, Followed>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Followed>>(keys.Where(key => key.Length > 0 && key == Slug.From(key)).Distinct()
            .ToDictionary(key => key, key => new Followed(key, catalogue.ThemeName(key), $"/muur?thema={key}", IsWritten: false)));
}

/// <summary>A saved search: what is shared in which these words are found.</summary>
internal sealed class FollowableWords : IFollowable
{
    public string Kind => Followable.Search;

    public string Heading => "Zoekvragen";

    public Task<IReadOnlyDictionary<string, Followed>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Followed>>(keys.Where(key => !string.IsNullOrWhiteSpace(key) && !key.Any(char.IsControl)).Distinct()
            .ToDictionary(key => key, key => new Followed(key, $"“{key}”", $"/zoeken{new QueryBuilder { { "q", key } }}", IsWritten: true)));
}
