using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Import;

/// <summary>Finds the organisations that a source names, adds those that are no municipality, and never guesses.</summary>
/// <remarks>Where a name must be known, what this import added itself does not count: a slip would vouch for itself.</remarks>
internal sealed class NamesInSource(IOrganisations organisations, Actor actor, DateOnly date)
{
    // A hostile file could hold a new name in each row.
    private const int MostKept = 20_000;

    private readonly Dictionary<string, Found> kept = new(StringComparer.Ordinal);
    private readonly HashSet<OrganisationId> fresh = [];

    /// <summary>Looks up all names in these entries at once.</summary>
    public async Task LookUpAsync(IEnumerable<ImportedEntry> entries, CancellationToken cancellation)
    {
        if (kept.Count > MostKept)
            kept.Clear();
        var addable = new List<string>();
        foreach (var (name, onlyKnown) in entries.SelectMany(NamesIn))
        {
            if (kept.TryGetValue(name, out var found) && (found.Organisation is not null || onlyKnown || !found.MayAdd))
                continue;
            var match = organisations.Match(name, date);
            kept[name] = new(match.Organisation?.Id, Trouble(name, match), match.Outcome == MatchOutcome.Unknown);
            if (!onlyKnown && match.Outcome == MatchOutcome.Unknown)
                addable.Add(name);
        }

        if (addable.Count == 0)
            return;
        var added = await organisations.EnsureAsync(
            [.. addable.Select(name => new NewOrganisation(name))], actor, cancellation);
        for (var index = 0; index < addable.Count; index++)
        {
            kept[addable[index]] = kept[addable[index]] with { Organisation = added[index]?.Id, MayAdd = false };
            if (added[index] is { } organisation)
                fresh.Add(organisation.Id);
        }
    }

    /// <summary>The organisation, or null with what is the trouble.</summary>
    public OrganisationId? Find(string name, bool onlyKnown, out string trouble)
    {
        var found = kept[name];
        var organisation = found.Organisation is { } id && onlyKnown && fresh.Contains(id) ? null : found.Organisation;
        trouble = organisation is null ? found.Trouble : "";
        return organisation;
    }

    /// <summary>The names in an entry, and whether it may not add them.</summary>
    public static IEnumerable<(string Name, bool OnlyKnown)> NamesIn(ImportedEntry entry)
    {
        if (entry.Maker.Length > 0)
            yield return (entry.Maker, entry.ByHand);
        if (entry.Registrant.Length > 0)
            yield return (entry.Registrant, entry.ByHand);
        foreach (var use in entry.Uses)
            yield return (use.Organisation, use.OnlyKnown);
    }

    private static string Trouble(string name, OrganisationMatch match) => match.Outcome == MatchOutcome.Ambiguous
        ? $"‘{name}’ kan meer dan één zijn: {string.Join(", ", match.Candidates.Select(each => each.Name))}."
        : $"‘{name}’ is geen bekende gemeente of organisatie.";

    private readonly record struct Found(OrganisationId? Organisation, string Trouble, bool MayAdd);
}
