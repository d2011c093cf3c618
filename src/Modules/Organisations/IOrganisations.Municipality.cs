using Parelmuur.Design;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations;

/// <summary>A municipality as the facts table knows it, of today or of the past.</summary>
public sealed record Municipality
{
    /// <summary>Follows from the code and is the same on every installation.</summary>
    public required OrganisationId Id { get; init; }

    /// <summary>The code by which every register knows it.</summary>
    public required MunicipalityCode Code { get; init; }

    /// <summary>As people say it: "Den Haag", without the word "gemeente".</summary>
    public required string Name { get; init; }

    /// <summary>As its own decisions name it: "'s-Gravenhage". Mostly the same as <see cref="Name"/>.</summary>
    public required string OfficialName { get; init; }

    /// <summary>Under which it is known too, such as its Frisian name.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>The readable part of its address; unique among all municipalities of all times.</summary>
    public required string Slug { get; init; }

    /// <summary>Where it lies, or lay last.</summary>
    public required Province Province { get; init; }

    /// <summary>Where it lay before it moved to another province, if it did.</summary>
    public EarlierProvince? EarlierProvince { get; init; }

    /// <summary>The safety region it takes part in by law; null when it ended.</summary>
    public SafetyRegion? SafetyRegion { get; init; }

    /// <summary>First day; null when it existed before 2000.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which it no longer existed; null when it exists and no end is known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Last day; null when it exists and no end is known.</summary>
    public DateOnly? ValidTo => ValidUntil?.AddDays(-1);

    /// <summary>Number of people; null when no count is known.</summary>
    public Inhabitants? Inhabitants { get; init; }

    /// <summary>Number of households on the day of <see cref="Inhabitants"/>.</summary>
    public int? Households { get; init; }

    /// <summary>People per square kilometre of land on the day of <see cref="Inhabitants"/>.</summary>
    public double? Density { get; init; }

    /// <summary>By number of people; null when no count is known.</summary>
    public SizeClass? SizeClass { get; init; }

    /// <summary>Its cell on the hex map; only for municipalities of today.</summary>
    public HexCell? Hex { get; init; }

    /// <summary>Who went into it, oldest first.</summary>
    public required IReadOnlyList<MunicipalityLink> Predecessors { get; init; }

    /// <summary>Who it became.</summary>
    public required IReadOnlyList<MunicipalityLink> Successors { get; init; }

    /// <summary>Its address in the register of Dutch government organisations.</summary>
    public Uri TooiUri => Code.TooiUri;

    /// <summary>Whether it existed on a day.</summary>
    public bool ExistsOn(DateOnly on) => (ValidFrom is null || ValidFrom <= on) && (ValidUntil is null || on < ValidUntil);

    /// <summary>The province in which it lay on a day.</summary>
    public Province ProvinceOn(DateOnly on) =>
        EarlierProvince is { } earlier && on < earlier.Until ? earlier.Province : Province;

    /// <summary>What other rooms need to name and link it.</summary>
    public OrganisationSummary Summary => new(Id, OrganisationKind.Municipality, Name, Slug, Code);
}

/// <summary>A province.</summary>
/// <param name="Code">TOOI code: "PV25".</param>
/// <param name="Name">As the province writes it: "Fryslân".</param>
/// <param name="Slug">For addresses and filters: "fryslan".</param>
public sealed record Province(string Code, string Name, string Slug);

/// <summary>The province of a municipality before it moved.</summary>
/// <param name="Province">Where it lay.</param>
/// <param name="Until">The day it moved.</param>
public sealed record EarlierProvince(Province Province, DateOnly Until);

/// <summary>A joint body in which every municipality takes part by law.</summary>
/// <param name="Code">"VR05".</param>
/// <param name="Name">Without the word "veiligheidsregio": "Twente".</param>
public sealed record SafetyRegion(string Code, string Name);

/// <summary>A number of people with its day and its source.</summary>
/// <param name="Count">People, on 1 January of the year.</param>
/// <param name="Year">The year of the count. Reorganisations since then are added up.</param>
/// <param name="Source">Who counted.</param>
/// <param name="Lacks">A split municipality of which this one got a part that is not counted here.</param>
/// <param name="IncludesAllOf">A split municipality that is counted here completely, also what went elsewhere.</param>
public sealed record Inhabitants(
    int Count, int Year, string Source, MunicipalityCode? Lacks = null, MunicipalityCode? IncludesAllOf = null);

/// <summary>Size classes in which municipalities compare themselves, by number of people.</summary>
public enum SizeClass
{
    /// <summary>Fewer than 25,000.</summary>
    Under25K,

    /// <summary>25,000 up to 50,000.</summary>
    From25KTo50K,

    /// <summary>50,000 up to 100,000.</summary>
    From50KTo100K,

    /// <summary>100,000 and more.</summary>
    From100K,
}

/// <summary>How a size class is called on the screen.</summary>
public static class SizeClassNames
{
    /// <summary>Dutch, key for <c>Words</c>: "25.000 tot 50.000 inwoners".</summary>
    public static string DutchName(this SizeClass size) => size switch
    {
        SizeClass.Under25K => "minder dan 25.000 inwoners",
        SizeClass.From25KTo50K => "25.000 tot 50.000 inwoners",
        SizeClass.From50KTo100K => "50.000 tot 100.000 inwoners",
        _ => "100.000 inwoners of meer",
    };
}

/// <summary>One municipality went over in another.</summary>
/// <param name="Code">The other one.</param>
/// <param name="Date">First day on which the old one no longer existed.</param>
/// <param name="Kind">How.</param>
/// <param name="IsSplit">The old one went over in several, so that each thing of it must be given a place by a person.</param>
public sealed record MunicipalityLink(MunicipalityCode Code, DateOnly Date, ReorganisationKind Kind, bool IsSplit);

/// <summary>How municipalities go over in each other.</summary>
public enum ReorganisationKind
{
    /// <summary>The old ones form a new one together.</summary>
    Merger,

    /// <summary>The old ones join one that exists and keeps its code.</summary>
    Extension,

    /// <summary>One goes on under a new name and code.</summary>
    Renewal,
}

/// <summary>A municipality that is like another one.</summary>
/// <param name="Municipality">The peer.</param>
/// <param name="Reasons">Why, weightiest first, at least one: "even groot", "zelfde provincie". Dutch, key for <c>Words</c>.</param>
public sealed record PeerMunicipality(Municipality Municipality, IReadOnlyList<string> Reasons)
{
    /// <summary>The reasons in one Dutch phrase: "even groot, zelfde provincie".</summary>
    public string Reason => string.Join(", ", Reasons);
}
