using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parelmuur.Kernel.Api;

namespace Parelmuur.Organisations.Api;

/// <summary>An organisation.</summary>
internal sealed record OrganisationItem(
    Guid Id,
    [property: Description("Het vaste, leesbare kenmerk.")] string Slug,
    string Name,
    OrganisationKind Kind,
    [property: Description("De code, als het een gemeente is.")] MunicipalityCode? Code)
{
    public static OrganisationItem Of(OrganisationSummary organisation) =>
        new(organisation.Id.Value, organisation.Slug, organisation.Name, organisation.Kind, organisation.Code);
}

/// <summary>A municipality of today or of the past.</summary>
internal sealed record MunicipalityItem
{
    [Description("GM en vier cijfers.")]
    public required MunicipalityCode Code { get; init; }

    public required string Slug { get; init; }

    [Description("Zoals mensen zeggen: Den Haag.")]
    public required string Name { get; init; }

    [Description("Zoals besluiten het schrijven: 's-Gravenhage.")]
    public required string OfficialName { get; init; }

    public required IReadOnlyList<string> OtherNames { get; init; }

    public required Province Province { get; init; }

    [Description("De eerste dag; ontbreekt als dat voor 2000 was.")]
    public DateOnly? ValidFrom { get; init; }

    [Description("De laatste dag; ontbreekt zolang de gemeente bestaat.")]
    public DateOnly? ValidTo { get; init; }

    public InhabitantCount? Inhabitants { get; init; }

    public SizeClass? SizeClass { get; init; }

    [Description("Uit welke gemeenten hij ontstond.")]
    public required IReadOnlyList<ReorganisationItem> Predecessors { get; init; }

    [Description("In welke gemeenten hij opging.")]
    public required IReadOnlyList<ReorganisationItem> Successors { get; init; }

    [Description("Het adres in het register van overheidsorganisaties.")]
    public required Uri Tooi { get; init; }

    public static MunicipalityItem Of(Municipality municipality) => new()
    {
        Code = municipality.Code,
        Slug = municipality.Slug,
        Name = municipality.Name,
        OfficialName = municipality.OfficialName,
        OtherNames = municipality.OtherNames,
        Province = municipality.Province,
        ValidFrom = municipality.ValidFrom,
        ValidTo = municipality.ValidTo,
        Inhabitants = municipality.Inhabitants is { } count ? new(count.Count, count.Year, count.Source) : null,
        SizeClass = municipality.SizeClass,
        Predecessors = [.. municipality.Predecessors.Select(ReorganisationItem.Of)],
        Successors = [.. municipality.Successors.Select(ReorganisationItem.Of)],
        Tooi = municipality.TooiUri,
    };
}

/// <summary>A number of people on 1 January of a year.</summary>
internal sealed record InhabitantCount(int Count, int Year, string Source);

/// <summary>One municipality went over in another.</summary>
internal sealed record ReorganisationItem(MunicipalityCode Code, DateOnly Date, ReorganisationKind Kind, bool IsSplit)
{
    public static ReorganisationItem Of(MunicipalityLink link) => new(link.Code, link.Date, link.Kind, link.IsSplit);
}

/// <summary>How the shapes of this room are written, worked out at build time.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnums)])]
[JsonSerializable(typeof(Page<OrganisationItem>))]
[JsonSerializable(typeof(Page<MunicipalityItem>))]
internal sealed partial class OrganisationsJson : JsonSerializerContext;
