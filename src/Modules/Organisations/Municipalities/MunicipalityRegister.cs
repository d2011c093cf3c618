using System.Collections.Frozen;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations.Facts;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>All municipalities since 2000 with the ways to find one. Never changes while the platform runs.</summary>
internal sealed class MunicipalityRegister
{
    private readonly FrozenDictionary<MunicipalityCode, Municipality> byCode;
    private readonly FrozenDictionary<OrganisationId, Municipality> byId;
    private readonly FrozenDictionary<string, Municipality> bySlug;
    private readonly DateOnly[] changes;
    private readonly IReadOnlyList<Municipality>[] since;

    public MunicipalityRegister()
    {
        var facts = new MunicipalityFacts();
        All = [.. facts.Municipalities
            .OrderBy(each => Fold.SortKey(each.Name), StringComparer.Ordinal).ThenBy(each => each.Code)];
        Provinces = [.. facts.Provinces.Values
            .Select(each => each.Province).OrderBy(each => Fold.SortKey(each.Name), StringComparer.Ordinal)];
        byCode = All.ToFrozenDictionary(each => each.Code);
        byId = All.ToFrozenDictionary(each => each.Id);
        bySlug = All.ToFrozenDictionary(each => each.Slug, StringComparer.Ordinal);
        Names = new MunicipalityNames(All, facts.Provinces.Values);

        changes = [.. All.SelectMany(each => new[] { each.ValidFrom, each.ValidUntil })
            .OfType<DateOnly>().Append(FirstDay).Where(day => day >= FirstDay).Distinct().Order()];
        since = [.. changes.Select(day => All.Where(each => each.ExistsOn(day)).ToList())];
    }

    /// <summary>The first day the facts table covers.</summary>
    public static DateOnly FirstDay { get; } = new(2000, 1, 1);

    public IReadOnlyList<Municipality> All { get; }

    public IReadOnlyList<Province> Provinces { get; }

    public MunicipalityNames Names { get; }

    public Municipality? Find(MunicipalityCode code) => byCode.GetValueOrDefault(code);

    public Municipality? Find(OrganisationId id) => byId.GetValueOrDefault(id);

    public Municipality? FindBySlug(string slug) => bySlug.GetValueOrDefault(slug);

    public IReadOnlyList<Municipality> On(DateOnly day)
    {
        var index = Array.BinarySearch(changes, day);
        return since[Math.Max(0, index >= 0 ? index : ~index - 1)];
    }

    public IReadOnlyList<Municipality> SuccessorsOn(Municipality municipality, DateOnly day)
    {
        if (municipality.ExistsOn(day))
            return [municipality];
        if (municipality.ValidUntil is not { } end || day < end)
            return [];
        return [.. municipality.Successors
            .SelectMany(link => SuccessorsOn(byCode[link.Code], day)).Distinct().OrderBy(each => each.Code)];
    }
}
