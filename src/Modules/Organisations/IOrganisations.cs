using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations;

/// <summary>The door of Organisations: who is who, when, and who became whom.</summary>
/// <remarks>
/// Every question is answered from memory, so ask as often as you like; only <see cref="EnsureAsync"/> writes.
/// Municipalities come from the facts table that ships with the platform, all other organisations from the database.
/// A number of municipalities is always computed for a date: there is no constant.
/// </remarks>
public interface IOrganisations
{
    /// <summary>Today in the Netherlands.</summary>
    DateOnly Today { get; }

    /// <summary>The day on which a moment falls in the Netherlands.</summary>
    DateOnly DayOf(DateTimeOffset moment);

    /// <summary>The municipalities of today, in the order of a Dutch list.</summary>
    IReadOnlyList<Municipality> Current { get; }

    /// <summary>Every municipality since 1 January 2000, also those that ended, in the order of a Dutch list.</summary>
    IReadOnlyList<Municipality> AllMunicipalities { get; }

    /// <summary>The provinces, in the order of a Dutch list.</summary>
    IReadOnlyList<Province> Provinces { get; }

    /// <summary>The municipalities that existed on a day, in the order of a Dutch list.</summary>
    /// <param name="on">From 1 January 2000; an earlier day answers as that day.</param>
    IReadOnlyList<Municipality> MunicipalitiesOn(DateOnly on);

    /// <summary>Any organisation, municipality or not; null when the id is unknown.</summary>
    OrganisationSummary? Find(OrganisationId id);

    /// <summary>Any organisation by the readable part of its address.</summary>
    OrganisationSummary? FindBySlug(string slug);

    /// <summary>A municipality of today or of the past; null when the id is unknown or another kind of organisation.</summary>
    Municipality? FindMunicipality(OrganisationId id);

    /// <summary>A municipality of today or of the past.</summary>
    Municipality? FindMunicipality(MunicipalityCode code);

    /// <summary>A municipality of today or of the past.</summary>
    Municipality? FindMunicipalityBySlug(string slug);

    /// <summary>All organisations that are no municipality, in the order of a Dutch list.</summary>
    IReadOnlyList<OrganisationSummary> Others { get; }

    /// <summary>Which municipalities take part in which joint bodies today; the same object until that changes.</summary>
    JointBodyMembers Members { get; }

    /// <summary>Finds out whom a name or code means, as it stands in a source: "Gemeente X", "gem. X", "GM0363".</summary>
    /// <param name="name">Official names, other known names, with or without diacritics; a province may stand behind it.</param>
    /// <param name="on">The day of the source: who existed then goes before who did not.</param>
    /// <remarks>Never guesses: a name of two is <see cref="MatchOutcome.Ambiguous"/>, a slip of the pen is unknown.</remarks>
    OrganisationMatch Match(string name, DateOnly on);

    /// <summary>The municipalities that carry on a municipality's work on a day: itself, or those it became.</summary>
    /// <returns>Several after a split: a person must choose. Empty before it began.</returns>
    IReadOnlyList<Municipality> SuccessorsOn(OrganisationId id, DateOnly on);

    /// <summary>The one municipality of today that carries on another's work, or is it; null after a split, and for who is no municipality.</summary>
    Municipality? OfToday(OrganisationId id);

    /// <summary>An organisation, and the municipalities that ended and whose work it alone carries on today. Itself first.</summary>
    /// <remarks>What belonged to one of them belongs to it now, where a rule does not say otherwise.</remarks>
    IReadOnlyList<OrganisationId> Lineage(OrganisationId id);

    /// <summary>The municipalities most like one, by size, density, province and joint bodies; nearest first.</summary>
    /// <param name="id">Any organisation; one that is no municipality, or not on that day, has no peers.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="on">The day on which both exist.</param>
    /// <remarks>Always the same answer for the same question. Who takes part in which joint body weighs only on the day of today.</remarks>
    IReadOnlyList<PeerMunicipality> Peers(OrganisationId id, int count, DateOnly on);

    /// <summary>Gives each name its organisation, adding those that are not known yet. Municipalities are never added.</summary>
    /// <returns>
    /// In the order asked. Null for a name that says it is a municipality but is not the name of exactly one: report it.
    /// </returns>
    Task<IReadOnlyList<OrganisationSummary?>> EnsureAsync(
        IReadOnlyList<NewOrganisation> names, Actor actor, CancellationToken cancellation);
}

/// <summary>What kind of organisation it is.</summary>
public enum OrganisationKind
{
    /// <summary>Gemeente.</summary>
    Municipality,

    /// <summary>Samenwerkingsverband that works for several municipalities.</summary>
    JointBody,

    /// <summary>Vereniging of organisations or professionals.</summary>
    Association,

    /// <summary>Ministerie.</summary>
    Ministry,

    /// <summary>Provincie.</summary>
    Province,

    /// <summary>Waterschap.</summary>
    WaterBoard,

    /// <summary>Leverancier.</summary>
    Supplier,

    /// <summary>Kennisinstelling: university, research or knowledge centre.</summary>
    KnowledgeInstitute,

    /// <summary>Bewonersorganisatie.</summary>
    CitizenOrganisation,

    /// <summary>Anything else, such as an agency of the state.</summary>
    Other,
}

/// <summary>What other rooms need to name and link an organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As people say it; for a municipality without the word "gemeente".</param>
/// <param name="Slug">The readable part of its address, unique among all organisations.</param>
/// <param name="Code">Its code, when it is a municipality.</param>
public sealed record OrganisationSummary(
    OrganisationId Id, OrganisationKind Kind, string Name, string Slug, MunicipalityCode? Code = null)
{
    /// <summary>The address of its page; null when it has none.</summary>
    public string? Path => Kind switch
    {
        OrganisationKind.Municipality => $"/gemeenten/{Slug}",
        OrganisationKind.JointBody => $"/samenwerkingsverbanden/{Slug}",
        _ => null,
    };
}

/// <summary>An organisation as a source names it.</summary>
/// <param name="Name">At most <see cref="MaxNameLength"/> characters; the rest is cut off.</param>
/// <param name="Kind">What it is; without it the name tells ("Waterschap …"), or it is <see cref="OrganisationKind.Other"/>.</param>
public sealed record NewOrganisation(string Name, OrganisationKind? Kind = null)
{
    /// <summary>The longest name that is kept.</summary>
    public const int MaxNameLength = 200;
}

/// <summary>Whom a name means.</summary>
/// <param name="Outcome">Whether it means exactly one.</param>
/// <param name="Organisation">The one, when there is exactly one; it may have ended.</param>
/// <param name="Candidates">All that it can mean when it is ambiguous.</param>
/// <param name="Successors">Who carries on today's work when the one had ended on that day; several after a split.</param>
public sealed record OrganisationMatch(
    MatchOutcome Outcome,
    OrganisationSummary? Organisation,
    IReadOnlyList<OrganisationSummary> Candidates,
    IReadOnlyList<OrganisationSummary> Successors);

/// <summary>Whether a name means exactly one organisation.</summary>
public enum MatchOutcome
{
    /// <summary>Exactly one.</summary>
    Found,

    /// <summary>Two or more, such as "Bergen". Ask a person.</summary>
    Ambiguous,

    /// <summary>None that is known.</summary>
    Unknown,
}

/// <summary>A section that another room adds to the page of a municipality, such as what it uses.</summary>
/// <remarks>Register it as a service; each request asks all sections one after another.</remarks>
public interface IMunicipalitySection
{
    /// <summary>Low numbers come first.</summary>
    int Order { get; }

    /// <summary>The section for this municipality, or null when there is nothing to say.</summary>
    Task<MunicipalitySection?> ForAsync(Municipality municipality, CancellationToken cancellation);
}

/// <summary>A part of a page.</summary>
/// <param name="View">Path of the partial view that draws it.</param>
/// <param name="Model">The model of that view.</param>
public sealed record MunicipalitySection(string View, object Model);

/// <summary>Counts for the pages of municipalities what each of them uses. One room answers; without it nothing is told.</summary>
/// <remarks>Register it as a service. One question for all, answered from memory or asked at once.</remarks>
public interface IMunicipalityUses
{
    /// <summary>The number of solutions that each municipality of today uses and does not hide, where that is at least one.</summary>
    Task<IReadOnlyDictionary<OrganisationId, int>> CountAsync(CancellationToken cancellation);
}

/// <summary>An organisation that is no municipality became known.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
[Told("Organisatie toegevoegd")]
public sealed record OrganisationAdded(OrganisationId Id, string Name, OrganisationKind Kind) : LedgerEvent(Id.Value)
{
    /// <summary>The kind of subject of the events of this room.</summary>
    public const string SubjectName = "Organisation";

    /// <inheritdoc/>
    public override string Subject => SubjectName;
}
