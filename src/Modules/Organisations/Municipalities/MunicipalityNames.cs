using System.Collections.Frozen;
using Parelmuur.Organisations.Facts;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>Which municipalities a name can mean.</summary>
internal sealed class MunicipalityNames
{
    private readonly List<(Municipality Municipality, string Words)> spoken;
    private readonly FrozenDictionary<string, List<Municipality>> byKey;
    private readonly FrozenDictionary<string, Province> provincesByKey;
    private readonly FrozenDictionary<MunicipalityCode, Municipality> byCode;

    public MunicipalityNames(IReadOnlyList<Municipality> municipalities, IEnumerable<ProvinceFacts> provinces)
    {
        spoken = [.. municipalities.Select(each => (each, $" {string.Join(" | ", Keys(each))} | {NameKey.Of(each.Code.Value)}"))];
        byKey = municipalities
            .SelectMany(each => Keys(each).Select(key => (Key: key, Municipality: each)))
            .GroupBy(pair => pair.Key, pair => pair.Municipality, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        provincesByKey = provinces
            .SelectMany(each => each.OtherNames.Append(each.Province.Name).Select(name => (Key: NameKey.Of(name), each.Province)))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Province, StringComparer.Ordinal);
        byCode = municipalities.ToFrozenDictionary(each => each.Code);
    }

    /// <summary>All municipalities of all times that can be meant; those of the day alone when there are any.</summary>
    public IReadOnlyList<Municipality> Meant(string name, DateOnly on)
    {
        if (ByCode(name) is { } one)
            return [one];
        var (key, _) = NameKey.WithoutKind(NameKey.Of(name));
        var meant = byKey.GetValueOrDefault(key) ?? InProvince(key);
        var then = meant.Where(each => each.ExistsOn(on)).ToList();
        return then.Count > 0 ? then : meant;
    }

    /// <summary>All municipalities of all times with a name or code in which a word starts like this.</summary>
    public IReadOnlyList<Municipality> StartingWith(string text)
    {
        var (key, _) = NameKey.WithoutKind(NameKey.Of(text));
        return key.Length == 0 ? [] : [.. spoken
            .Where(each => each.Words.Contains(" " + key, StringComparison.Ordinal)).Select(each => each.Municipality)];
    }

    private static IEnumerable<string> Keys(Municipality municipality) =>
        municipality.OtherNames.Prepend(municipality.OfficialName).Prepend(municipality.Name).Select(NameKey.Of).Distinct();

    private Municipality? ByCode(string name)
    {
        // Both "GM0363" and the address of it in a register end in the code.
        var text = name.Trim();
        return MunicipalityCode.TryParse(text[(text.LastIndexOf('/') + 1)..], out var code) ? byCode.GetValueOrDefault(code) : null;
    }

    // "Bergen (NH)", "Hengelo, Overijssel": the last one to three words name a province.
    private List<Municipality> InProvince(string key)
    {
        var cut = key.Length;
        for (var words = 1; words <= 3 && (cut = key.LastIndexOf(' ', cut - 1)) > 0; words++)
        {
            if (provincesByKey.TryGetValue(key[(cut + 1)..], out var province) && byKey.TryGetValue(key[..cut], out var found))
                return found.FindAll(each => each.Province == province);
        }

        return [];
    }
}
