namespace Parelmuur.Organisations.Municipalities;

/// <summary>Looks up municipalities for the list: by a part of a name or code, and by province.</summary>
internal static class MunicipalityFinder
{
    /// <summary>Finds the municipalities of a day, and those before it that people may still call by name.</summary>
    public static FoundMunicipalities Find(MunicipalityRegister register, string text, string? provinceSlug, DateOnly today)
    {
        var named = text.Length == 0 ? register.On(today) : register.Names.StartingWith(text);
        var current = named.Where(each => each.ExistsOn(today)).ToList();
        var counts = current.GroupBy(each => each.Province).ToDictionary(group => group.Key, group => group.Count());
        var province = register.Provinces.FirstOrDefault(each => each.Slug == provinceSlug);
        bool IsThere(Municipality each) => province is null || each.Province == province;
        return new FoundMunicipalities(
            province,
            [.. current.Where(IsThere)],
            [.. named.Where(each => !each.ExistsOn(today) && each.ValidUntil <= today).Where(IsThere)
                .Select(each => new FormerMunicipality(each, register.SuccessorsOn(each, today)))],
            [.. register.Provinces.Select(each => (each, counts.GetValueOrDefault(each)))]);
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Province">The province asked for, when it is one.</param>
/// <param name="Current">Municipalities of today.</param>
/// <param name="Former">Municipalities that ended; only when a name was asked.</param>
/// <param name="Provinces">Every province with the number of municipalities of today that have the asked name.</param>
internal sealed record FoundMunicipalities(
    Province? Province,
    IReadOnlyList<Municipality> Current,
    IReadOnlyList<FormerMunicipality> Former,
    IReadOnlyList<(Province Province, int Count)> Provinces);

/// <summary>A municipality that ended and who carries on its work.</summary>
internal sealed record FormerMunicipality(Municipality Municipality, IReadOnlyList<Municipality> Successors);
