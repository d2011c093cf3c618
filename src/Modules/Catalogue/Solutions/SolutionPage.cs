using Parelmuur.Adoption;
using Parelmuur.Catalogue.Tips;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Everything that the page of a solution shows. What is not known is null or empty, and left out.</summary>
internal sealed record SolutionPage
{
    public required SolutionDetails Solution { get; init; }

    /// <summary>Themes in the reader's language, each with the wall of that theme.</summary>
    public required IReadOnlyList<Design.NamedLink> Themes { get; init; }

    public required OrganisationSummary? Maker { get; init; }

    public required UsersOfSolution Users { get; init; }

    public required UsersTold Told { get; init; }

    public UserMap Map => Told.Map;

    public required Design.HexMapData HexMap { get; init; }

    public Reach? Reach => Told.Reach;

    public required Design.Freshness Freshness { get; init; }

    public required IReadOnlyList<Design.Rung> Ladder { get; init; }

    public required IReadOnlyList<Design.Moment> Chain { get; init; }

    public Spread? Spread => Told.Spread;

    /// <summary>What following the solution means, and whether the reader does.</summary>
    public required Design.Followable Follow { get; init; }

    public required IReadOnlyList<RelatedSolution> Related { get; init; }

    /// <summary>What took its place.</summary>
    public required SolutionCard? Successor { get; init; }

    public required IReadOnlyList<AlikeSolution> Alike { get; init; }

    public required IReadOnlyList<SourceOfSolution> Sources { get; init; }

    /// <summary>Name and role of who answers for it, the steward first.</summary>
    public required IReadOnlyList<ContactPerson> People { get; init; }

    /// <summary>The files that everyone sees, those of what was taken up in it last.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>Who saw it, while it is a tip.</summary>
    public required TipOnPage? Tip { get; init; }

    /// <summary>Hours of building that were not done again; null below two users or without a figure of the maker.</summary>
    /// <remarks>An estimate: (active users − 1) × hours that making it once took.</remarks>
    public int? HoursAvoided => Users.Active > 1 && Solution.BuildHours is { } hours ? (Users.Active - 1) * hours : null;
}

/// <summary>A solution that has to do with this one.</summary>
/// <param name="Relation">How, read from this one; Dutch, key of <c>Words</c>.</param>
/// <param name="Card">The other one.</param>
internal sealed record RelatedSolution(string Relation, SolutionCard Card);

/// <summary>A solution whose text is like that of this one.</summary>
/// <param name="Card">The other one.</param>
/// <param name="Users">How many use it.</param>
internal sealed record AlikeSolution(SolutionCard Card, int Users);

/// <summary>An entry elsewhere from which this one was imported.</summary>
/// <param name="Name">The source as people call it.</param>
/// <param name="Organisation">Whose entry it is.</param>
/// <param name="Url">The entry; empty when it has no address.</param>
/// <param name="Date">The day of the source.</param>
internal sealed record SourceOfSolution(string Name, OrganisationSummary? Organisation, string Url, DateOnly Date);

/// <summary>A person to call.</summary>
internal sealed record ContactPerson(string Name, string Role, OrganisationSummary? Organisation);
