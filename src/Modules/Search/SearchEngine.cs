using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Parelmuur.Kernel.Modules;
using Parelmuur.Search.Checking;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search;

/// <summary>The engine behind the door.</summary>
internal sealed class SearchEngine : ISearch
{
    // Marking follows a question or a whole plan.
    private const int MostWords = 5000;

    private const int PageSize = 24, MostWalls = 64, MostAlike = 4096;

    // What is alike stays so until the index changes; each entry's page asks it again and again.
    private readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<(Guid Id, int Count), IReadOnlyList<SearchHit>>> alike = [];

    // The wall as it opens, without words and with one filter at most, is asked most of all.
    private readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<(SearchSort Sort, string Facets, FacetValue? Filter), SearchAnswer>> walls = [];

    private readonly SearchIndex index;
    private readonly Finder finder;
    private readonly Checker checker;
    private readonly Suggester suggester;
    private readonly Sketches sketches;

    public SearchEngine(SearchIndex index, TimeProvider clock)
    {
        this.index = index;
        var workspaces = new WorkspacePool();
        finder = new Finder(index, workspaces, clock);
        suggester = new Suggester(index);
        sketches = new Sketches(index);
        checker = new Checker(index, workspaces);
    }

    public int Count => index.Snapshot.Count;

    public SearchAnswer Find(SearchQuestion question) =>
        SiteMeter.Search("search", () => FindNow(question), answer => answer.Total > 0);

    private SearchAnswer FindNow(SearchQuestion question)
    {
        if (question is not { Text: "", Filters.Count: <= 1, Skip: 0, Take: PageSize })
            return finder.Find(question);
        var kept = walls.GetOrCreateValue(index.Snapshot);
        var asked = (question.Sort, string.Join(' ', question.CountFacets), question.Filters is [var filter] ? filter : (FacetValue?)null);
        if (kept.TryGetValue(asked, out var answer))
            return answer;
        answer = finder.Find(question);
        // The API lets anyone choose facets: their number and order must not fill the memory.
        if (kept.Count < MostWalls)
            kept[asked] = answer;
        return answer;
    }

    public IReadOnlyList<Suggestion> Suggest(string prefix, int count = 8) => suggester.Suggest(prefix, count);

    public CheckAnswer Check(CheckQuestion question) =>
        SiteMeter.Search("check", () => checker.Check(question), answer => answer.Matches.Count > 0);

    public TextSketch Sketch(string text) => sketches.Of(text);

    public IReadOnlyList<TextLikeness> Compare(TextSketch text, IReadOnlyList<TextSketch> others) => sketches.Compare(text, others);

    public IReadOnlyList<SearchHit> MoreLike(Guid id, int count = 6)
    {
        var kept = alike.GetOrCreateValue(index.Snapshot);
        if (kept.TryGetValue((id, count), out var hits))
            return hits;
        hits = checker.MoreLike(id, count);
        // Who walks along every entry must not fill the memory.
        if (kept.Count < MostAlike)
            kept[(id, count)] = hits;
        return hits;
    }

    public Func<string, IReadOnlyList<TextPiece>> Marking(string question)
    {
        var kinship = new Kinship(Question.Read(index.Analyzer, question, MostWords).Words);
        return text => Marker.Mark(index.Analyzer, text, term => kinship.Of(term) is { IsClose: true });
    }
}
