using Parelmuur.Adoption;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue;

/// <summary>The door of Catalogue: what solutions there are.</summary>
public interface ICatalogue
{
    /// <summary>Cards of these solutions, in no particular order; unknown ids are left out.</summary>
    /// <remarks>For one that was taken up in another, the card of that other stands under the id that was asked.</remarks>
    Task<IReadOnlyDictionary<SolutionId, SolutionCard>> CardsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation);

    /// <summary>The card of the public solution with this address of today; null when there is none.</summary>
    Task<SolutionCard?> FindBySlugAsync(string slug, CancellationToken cancellation);

    /// <summary>The card of the solution with this address of today, when this person may change its text; else null.</summary>
    Task<SolutionCard?> FindEditableAsync(string slug, CurrentPerson person, CancellationToken cancellation);

    /// <summary>Whether this person looks after a solution: as steward or deputy, or as contributor of who made it.</summary>
    Task<bool> LooksAfterAsync(SolutionId solution, CurrentPerson person, CancellationToken cancellation);

    /// <summary>The solutions that were taken up in this one, for what rooms keep under their ids. From memory.</summary>
    IReadOnlyList<SolutionId> TakenUpIn(SolutionId solution);

    /// <summary>The solutions that these organisations made and that everyone may see, latest first.</summary>
    Task<IReadOnlyList<SolutionId>> MadeByAsync(IReadOnlyCollection<OrganisationId> makers, CancellationToken cancellation);

    /// <summary>What the solutions of these makers ask of who looks after them: to be confirmed, or somebody to look after them. Others are left out.</summary>
    /// <param name="makers">The organisations that made them.</param>
    /// <param name="before">What must be confirmed before this day is among them.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyDictionary<SolutionId, SolutionDuty>> DutiesAsync(
        IReadOnlyCollection<OrganisationId> makers, DateOnly before, CancellationToken cancellation);

    /// <summary>The solutions that are a standard now.</summary>
    Task<IReadOnlyList<SolutionId>> StandardsAsync(CancellationToken cancellation);

    /// <summary>The laws with which these solutions help, by their official short title; those without any are left out.</summary>
    Task<IReadOnlyDictionary<SolutionId, IReadOnlyList<string>>> LawsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation);

    /// <summary>What a theme is called, in the reader's language.</summary>
    /// <param name="slug">As it stands in the address: "wonen".</param>
    string ThemeName(string slug);

    /// <summary>What people call a stage: a key of <c>Words</c>.</summary>
    string StageLabel(Stage stage);

    /// <summary>What people call a part of a solution that <see cref="SolutionRevised"/> names: a key of <c>Words</c>.</summary>
    string PartLabel(string part);

    /// <summary>Eerst kijken: what exists already that looks like a plan, and who uses it. Nothing is stored.</summary>
    /// <param name="text">The plan: a sentence up to many pages.</param>
    /// <param name="municipality">Whose plan it is; then its peers among the users are named.</param>
    /// <param name="count">How many matches at most, 1 to 100.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<CheckReport> CheckAsync(
        string text, OrganisationId? municipality, int count, CancellationToken cancellation);

    /// <summary>These intentions; those that are not on the site are left out.</summary>
    IReadOnlyList<IntentionSummary> Intentions(IReadOnlyCollection<Guid> ids);

    /// <summary>Writes everything that is public to a file or an answer, a batch at a time.</summary>
    /// <param name="what">What to write, and how.</param>
    /// <param name="to">Where to; it stays open.</param>
    /// <param name="cancellation">Gives up; what was written stays.</param>
    Task ExportAsync(CatalogueExport what, Stream to, CancellationToken cancellation);
}

/// <summary>What a solution asks of who looks after it.</summary>
/// <param name="ConfirmBefore">The day before which somebody says that it is still true; null when that is far away.</param>
/// <param name="SeeksSteward">Whether nobody looks after it.</param>
public sealed record SolutionDuty(DateOnly? ConfirmBefore, bool SeeksSteward);

/// <summary>A section that another room adds to the page of a solution, such as questions to its users.</summary>
/// <remarks>
/// Register it as a service. Sections are asked side by side, so they only read. The page of a visitor who is not signed
/// in is kept until the ledger says that something changed.
/// </remarks>
public interface ISolutionSection : IPageSection
{
    /// <summary>The section for this solution, or null when there is nothing to say.</summary>
    /// <param name="solution">Whose page it is.</param>
    /// <param name="reader">Who is signed in, if anybody.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation);
}

/// <summary>A part of the page of a solution.</summary>
/// <param name="View">Path of the partial view that draws it.</param>
/// <param name="Model">The model of that view.</param>
public sealed record SolutionSection(string View, object Model)
{
    /// <summary>Where the reader joins here, as a path: the button at the head of the page leads there. Null when there is nothing to join.</summary>
    /// <remarks>Of several sections the last on the page counts: a step plan stands below the question whether one uses it.</remarks>
    public string? Join { get; init; }
}

/// <summary>What can be exported.</summary>
public enum CatalogueExport
{
    /// <summary>Every solution with all that is known of it, as JSON Lines: one JSON object a line.</summary>
    SolutionsAsJsonLines,

    /// <summary>Every solution as CSV for a spreadsheet: UTF-8, commas, a row of names first.</summary>
    SolutionsAsCsv,

    /// <summary>Every use as CSV.</summary>
    UsesAsCsv,
}

/// <summary>What exists already that looks like a plan.</summary>
/// <param name="Words">Number of words in the plan.</param>
/// <param name="Plan">The plan, with the words on which was searched marked.</param>
/// <param name="Found">Strong and weak matches, best first.</param>
public sealed record CheckReport(int Words, IReadOnlyList<TextPiece> Plan, IReadOnlyList<FoundSolution> Found);

/// <summary>One solution that looks like the plan, and why.</summary>
/// <param name="Card">The solution.</param>
/// <param name="Strength">1 (a little) to 5 (very well); 4 and 5 are strong.</param>
/// <param name="Score">Higher is better; comparable within one report only.</param>
/// <param name="YouWrite">Pieces of the plan with the matching words marked; one list a snippet.</param>
/// <param name="ThisSolution">The sentence of the solution, or of a source of it, that says it best, with the matching words marked.</param>
/// <param name="Why">The words that match, heaviest first.</param>
/// <param name="OnlyInPlan">Weighty words of the plan that the solution lacks.</param>
/// <param name="OnlyInSolution">Weighty words of the solution that the plan lacks.</param>
/// <param name="Users">Who uses it.</param>
/// <param name="Peers">The users that are most like the municipality of the plan, nearest first.</param>
public sealed record FoundSolution(
    SolutionCard Card,
    int Strength,
    float Score,
    IReadOnlyList<IReadOnlyList<TextPiece>> YouWrite,
    IReadOnlyList<TextPiece> ThisSolution,
    IReadOnlyList<MatchReason> Why,
    IReadOnlyList<string> OnlyInPlan,
    IReadOnlyList<string> OnlyInSolution,
    UsersOfSolution Users,
    IReadOnlyList<OrganisationSummary> Peers)
{
    /// <summary>From this strength on a match really does the same.</summary>
    public const int StrongFrom = 4;

    /// <summary>Whether it really does the same.</summary>
    public bool IsStrong => Strength >= StrongFrom;

    /// <summary>Who wrote <see cref="ThisSolution"/> in a source; null when it is the solution's own sentence.</summary>
    public OrganisationSummary? SaidBy { get; init; }
}

/// <summary>What a card, a list or a search result shows of a solution.</summary>
public sealed record SolutionCard(
    SolutionId Id,
    string Slug,
    string Title,
    string Promise,
    SolutionKind Kind,
    Stage Stage,
    SolutionStatus Status,
    IReadOnlyList<string> Themes,
    OrganisationId? Origin,
    DateOnly Shared,
    DateOnly? LastConfirmed,
    bool IsSample)
{
    /// <summary>Hours it took to make it once, as the maker declared; null when not known.</summary>
    public int? BuildHours { get; init; }
}

/// <summary>What kind of thing a solution is.</summary>
public enum SolutionKind
{
    /// <summary>A way of working.</summary>
    WorkPractice,

    /// <summary>Something you take into use as it is.</summary>
    Product,

    /// <summary>Something others do for you.</summary>
    Service,

    /// <summary>A whole of measures over years.</summary>
    Programme,

    /// <summary>A model letter, regulation, contract or form.</summary>
    ModelDocument,

    /// <summary>A method to measure, weigh or decide.</summary>
    Instrument,

    /// <summary>Software.</summary>
    Software,

    /// <summary>A data set.</summary>
    DataSet,

    /// <summary>A standard, or an agreement on how to do something.</summary>
    Standard,

    /// <summary>Buying together.</summary>
    Procurement,
}

/// <summary>How far a solution has come on the golden path. The order is the order of the path.</summary>
public enum Stage
{
    /// <summary>Pareltje: works in one place.</summary>
    Gem,

    /// <summary>Tried in at least two places, with criteria set before.</summary>
    Pilot,

    /// <summary>Gedeeld: others can take it over, with a plan and a person.</summary>
    Shared,

    /// <summary>Collectief: funded and maintained for all.</summary>
    Collective,

    /// <summary>Standaard: adopted by the members.</summary>
    Standard,
}

/// <summary>Where an entry stands.</summary>
public enum SolutionStatus
{
    /// <summary>Named by somebody else, waiting for its owner.</summary>
    Tip,

    /// <summary>Being written; only its writers see it.</summary>
    Draft,

    /// <summary>Public.</summary>
    Published,

    /// <summary>Public, but nobody confirmed it in time.</summary>
    Unconfirmed,

    /// <summary>Ended, with a successor or a reason. The address stays.</summary>
    Archived,

    /// <summary>Taken up in another solution, to which its address leads. Only editors see it by itself.</summary>
    Merged,
}
