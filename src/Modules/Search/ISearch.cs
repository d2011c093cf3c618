namespace Parelmuur.Search;

/// <summary>The door of Search: finding by words, and checking first by a whole text.</summary>
/// <remarks>
/// Everything runs in memory on an index that the rooms' <see cref="ISearchSource"/>s fill at start and the ledger keeps
/// fresh. Safe for any number of readers at once; no call waits for a write. Search knows no HTML and no database:
/// it answers with ids, numbers, and texts cut in marked and unmarked pieces.
/// </remarks>
public interface ISearch
{
    /// <summary>How many entries can be found now.</summary>
    int Count { get; }

    /// <summary>Finds entries by words, filters, or both; an empty text finds everything that passes the filters.</summary>
    SearchAnswer Find(SearchQuestion question);

    /// <summary>Words and titles that start with what was typed so far, best first.</summary>
    IReadOnlyList<Suggestion> Suggest(string prefix, int count = 8);

    /// <summary>Compares a whole text, a sentence up to many pages, with everything there is.</summary>
    CheckAnswer Check(CheckQuestion question);

    /// <summary>What a text is about, to compare it with many others.</summary>
    TextSketch Sketch(string text);

    /// <summary>How alike a text is to each of the others, in their order.</summary>
    IReadOnlyList<TextLikeness> Compare(TextSketch text, IReadOnlyList<TextSketch> others);

    /// <summary>Entries that are alike a given one, without that one itself.</summary>
    IReadOnlyList<SearchHit> MoreLike(Guid id, int count = 6);

    /// <summary>What cuts a text as shown, such as a title or a paragraph, into pieces and marks the words that answer a question.</summary>
    /// <param name="question">What the reader asked or the whole text they pasted. It is read once, however many texts are marked.</param>
    Func<string, IReadOnlyList<TextPiece>> Marking(string question);
}

/// <summary>A room that has things to find.</summary>
public interface ISearchSource
{
    /// <summary>The kind of ledger subject whose changes this source translates into entries: "Solution", "Use".</summary>
    IReadOnlyCollection<string> Subjects { get; }

    /// <summary>Everything there is to find, once, at start.</summary>
    IAsyncEnumerable<SearchEntry> AllAsync(CancellationToken cancellation);

    /// <summary>
    /// The entries touched by changes to these subjects. An entry that must no longer be found comes back with
    /// <see cref="SearchEntry.Removed"/> set.
    /// </summary>
    Task<IReadOnlyList<SearchEntry>> ChangedAsync(IReadOnlyCollection<ChangedSubject> subjects, CancellationToken cancellation);

    /// <summary>The entries that became different because a day passed, since this was last asked. It is asked all the time, so mostly there are none.</summary>
    Task<IReadOnlyList<SearchEntry>> PassedAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SearchEntry>>([]);
}

/// <summary>A subject that the ledger says has changed.</summary>
public readonly record struct ChangedSubject(string Subject, Guid Id);

/// <summary>One thing that can be found.</summary>
/// <param name="Id">Unique over all kinds.</param>
/// <param name="Kind">What it is, in English: "Solution".</param>
/// <param name="Title">Weighs heaviest; an exact title comes first.</param>
/// <param name="Lead">The promise: weighs next.</param>
/// <param name="Body">Everything else worth finding.</param>
public sealed record SearchEntry(Guid Id, string Kind, string Title, string Lead, string Body)
{
    /// <summary>Names and terms that belong to it: themes, laws, maker.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The same told by others, a text each. Check first compares a plan with the best of them, never with the sum.</summary>
    public IReadOnlyList<string> Tellings { get; init; } = [];

    /// <summary>The values by which it can be filtered and counted; a facet may occur several times.</summary>
    public IReadOnlyList<FacetValue> Facets { get; init; } = [];

    /// <summary>Number of users, confirmed or not; orders "most used" and lifts a little.</summary>
    public int Users { get; init; }

    /// <summary>Number of confirmed users; lifts a little more.</summary>
    public int ConfirmedUsers { get; init; }

    /// <summary>Day of the last confirmation that it is still true.</summary>
    public DateOnly? Confirmed { get; init; }

    /// <summary>Day it was first shared; orders "newest".</summary>
    public DateOnly Created { get; init; }

    /// <summary>Nobody confirmed it for too long: it ranks lower.</summary>
    public bool Faded { get; init; }

    /// <summary>Nobody answers for it yet: it stands below all else, in every order.</summary>
    public bool Tentative { get; init; }

    /// <summary>It must no longer be found.</summary>
    public bool Removed { get; init; }
}

/// <summary>One value of one facet: ("stage", "Shared").</summary>
public readonly record struct FacetValue(string Facet, string Value);

/// <summary>What somebody looks for.</summary>
/// <param name="Text">Words; "between quotes" is a phrase.</param>
public sealed record SearchQuestion(string Text)
{
    /// <summary>Values of the same facet widen, different facets narrow.</summary>
    public IReadOnlyList<FacetValue> Filters { get; init; } = [];

    /// <summary>The facets to count. Each is counted as if it had no filter itself.</summary>
    public IReadOnlyList<string> CountFacets { get; init; } = [];

    /// <summary>The order of the hits.</summary>
    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    /// <summary>How many hits to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>How many hits to give, 0 to 100.</summary>
    public int Take { get; init; } = 24;
}

/// <summary>The order of hits.</summary>
public enum SearchSort
{
    /// <summary>Best match first; without words: most used first.</summary>
    Relevance,

    /// <summary>Latest shared first.</summary>
    Newest,

    /// <summary>Most users first.</summary>
    MostUsed,

    /// <summary>Latest confirmed first.</summary>
    RecentlyConfirmed,
}

/// <summary>What was found.</summary>
/// <param name="Total">All hits, also those not given.</param>
/// <param name="Hits">The asked part of the hits, in order.</param>
/// <param name="Facets">Per asked facet its values with counts, highest first.</param>
/// <param name="DidYouMean">A better spelling of the question, when one exists.</param>
public sealed record SearchAnswer(
    int Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    string? DidYouMean)
{
    /// <summary>The score of the best match of all hits, whatever their order and wherever it stands; 0 when nothing was asked.</summary>
    public float BestScore { get; init; }
}

/// <summary>How many hits have a value.</summary>
public readonly record struct FacetCount(string Value, int Count);

/// <summary>One hit.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Score">How well it answers the words, in every order: higher is better; comparable within one answer only. Without words it follows the order.</param>
/// <param name="Why">The words that matched, heaviest first; empty when nothing was asked.</param>
public sealed record SearchHit(Guid Id, string Kind, float Score, IReadOnlyList<MatchReason> Why);

/// <summary>One word of the question found in an entry.</summary>
/// <param name="Asked">As the reader wrote it.</param>
/// <param name="Found">As the entry writes it.</param>
/// <param name="How">How they relate.</param>
/// <param name="Share">Its share in the score, 0 to 1.</param>
public sealed record MatchReason(string Asked, string Found, MatchKind How, float Share);

/// <summary>How an asked word and a found word relate, closest first.</summary>
public enum MatchKind
{
    /// <summary>The same word.</summary>
    Exact,

    /// <summary>Another form of it: "vergunningen" for "vergunning".</summary>
    Form,

    /// <summary>A part of a compound: "vergunning" in "omgevingsvergunning".</summary>
    Part,

    /// <summary>Another word for it, from the thesaurus: "participatiewet" for "bijstand".</summary>
    Synonym,

    /// <summary>Probably a slip of the pen.</summary>
    Typo,
}

/// <summary>A completion of what was typed so far.</summary>
/// <param name="Text">The word or title.</param>
/// <param name="Id">The entry, when it is a title.</param>
public sealed record Suggestion(string Text, Guid? Id);

/// <summary>A plan to compare with what exists.</summary>
/// <param name="Text">One sentence up to many pages.</param>
public sealed record CheckQuestion(string Text)
{
    /// <summary>Filters as in <see cref="SearchQuestion.Filters"/>.</summary>
    public IReadOnlyList<FacetValue> Filters { get; init; } = [];

    /// <summary>How many matches at most, strong and weak together, 1 to 100.</summary>
    public int Take { get; init; } = 20;

    /// <summary>Names of places. Where something was made is no difference with a plan.</summary>
    public IReadOnlyCollection<string> Places { get; init; } = [];
}

/// <summary>What exists already.</summary>
/// <param name="Words">Number of words in the text.</param>
/// <param name="Matches">Best first. A match without reason is no match.</param>
/// <param name="Marked">The text itself with the words on which was searched marked.</param>
public sealed record CheckAnswer(int Words, IReadOnlyList<CheckMatch> Matches, IReadOnlyList<TextPiece> Marked);

/// <summary>One thing that looks like the plan.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="Strength">1 (a little) to 5 (very well); 4 and 5 are strong. Never shown as a percentage.</param>
/// <param name="Why">The words and parts that match, heaviest first, at least one.</param>
/// <param name="OnlyInPlan">Weighty words of the plan that the entry lacks, heaviest first.</param>
/// <param name="OnlyInEntry">Weighty words of the entry that the plan lacks, heaviest first.</param>
public sealed record CheckMatch(
    Guid Id,
    string Kind,
    float Score,
    int Strength,
    IReadOnlyList<MatchReason> Why,
    IReadOnlyList<string> OnlyInPlan,
    IReadOnlyList<string> OnlyInEntry)
{
    /// <summary>Which of the <see cref="SearchEntry.Tellings"/> is most like the plan; null when the entry's own words are.</summary>
    public int? Telling { get; init; }
}

/// <summary>A piece of text, marked or not.</summary>
public readonly record struct TextPiece(string Text, bool Marked);
