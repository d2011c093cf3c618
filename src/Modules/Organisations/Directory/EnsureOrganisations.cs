using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Organisations.Directory;

/// <summary>Finds the organisation of each name and adds those that are not known, all in one transaction.</summary>
internal sealed class EnsureOrganisations(
    IServiceScopeFactory scopes, MunicipalityRegister register, OrganisationDirectory directory)
{
    private const int Attempts = 5;

    public async Task<IReadOnlyList<OrganisationSummary?>> RunAsync(
        IReadOnlyList<NewOrganisation> names,
        Func<string, IReadOnlyList<Municipality>> municipalitiesMeant,
        Actor actor,
        CancellationToken cancellation)
    {
        var asked = names.Select(each => Asked.Of(each, municipalitiesMeant)).ToList();
        if (Missing(asked).Count > 0)
        {
            // Another process may have added some since this one last looked.
            await directory.LoadAsync(cancellation);
            if (Missing(asked) is { Count: > 0 } missing)
            {
                await AddAsync(missing, actor, attempt: 1, cancellation);
                await directory.LoadAsync(cancellation);
            }
        }

        return [.. asked.Select(each => each.Municipality ?? (each.CanBeAdded ? directory.FindByName(each.Key) : null))];
    }

    private List<Asked> Missing(IEnumerable<Asked> asked) =>
        [.. asked.Where(each => each.CanBeAdded && directory.FindByName(each.Key) is null).DistinctBy(each => each.Key)];

    private async Task AddAsync(List<Asked> missing, Actor actor, int attempt, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrganisationsDb>();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var each in missing)
        {
            var slug = Slug.Unique(Slug.From(each.Name), taken => slugs.Contains(taken) || IsTaken(taken));
            slugs.Add(slug);
            var organisation = Organisation.Of(each.Name, each.Key, each.Kind ?? KindByName.Guess(each.Key), slug);
            db.Organisations.Add(organisation);
            db.Record(new OrganisationAdded(organisation.Id, organisation.Name, organisation.Kind), actor);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception error) when (attempt < Attempts && PlatformDb.MayHaveLost(error))
        {
            // Somebody else added one of these names at the same moment; it is known now, or will be the next time.
            await directory.LoadAsync(cancellation);
            if (Missing(missing) is { Count: > 0 } left)
                await AddAsync(left, actor, attempt + 1, cancellation);
        }
    }

    private bool IsTaken(string slug) => register.FindBySlug(slug) is not null || directory.FindBySlug(slug) is not null;

    /// <summary>One name as it is looked up.</summary>
    private sealed record Asked(string Name, string Key, OrganisationKind? Kind, OrganisationSummary? Municipality, bool CanBeAdded)
    {
        public static Asked Of(NewOrganisation asked, Func<string, IReadOnlyList<Municipality>> municipalitiesMeant)
        {
            var name = Cleaned(asked.Name);
            var key = NameKey.Of(name);
            var meant = municipalitiesMeant(name);
            var isMunicipality = asked.Kind == OrganisationKind.Municipality || NameKey.WithoutKind(key).SaysMunicipality;
            var canBeMunicipality = asked.Kind is null or OrganisationKind.Municipality;
            return new Asked(
                name,
                key,
                asked.Kind,
                canBeMunicipality && meant.Count == 1 ? meant[0].Summary : null,
                CanBeAdded: key.Length > 0 && !isMunicipality && !(canBeMunicipality && meant.Count > 0));
        }

        private static string Cleaned(string name)
        {
            var cleaned = string.Concat(name.Where(letter => !char.IsControl(letter))).Trim();
            if (cleaned.Length <= NewOrganisation.MaxNameLength)
                return cleaned;
            // A character outside the basic plane takes two places; half of one cannot be stored.
            var end = NewOrganisation.MaxNameLength;
            return cleaned[..(char.IsHighSurrogate(cleaned[end - 1]) ? end - 1 : end)].TrimEnd();
        }
    }
}
