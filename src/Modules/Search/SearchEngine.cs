using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search;

/// <summary>The engine behind the door.</summary>
internal sealed class SearchEngine : ISearch
{
    private readonly SearchIndex index;
    private readonly Finder finder;

    public SearchEngine(SearchIndex index, TimeProvider clock)
    {
        this.index = index;
        var workspaces = new WorkspacePool();
        finder = new Finder(index, workspaces, clock);
    }

    public int Count => index.Snapshot.Count;

    public SearchAnswer Find(SearchQuestion question) => finder.Find(question);

    public IReadOnlyList<Suggestion> Suggest(string prefix, int count = 8) => [];

    public CheckAnswer Check(CheckQuestion question)
    {
        var answer = Find(new SearchQuestion(question.Text) { Filters = question.Filters, Take = question.Take });
        return new CheckAnswer(0, [.. answer.Hits.Where(hit => hit.Why.Count > 0).Select(hit => new CheckMatch(hit.Id, hit.Kind, hit.Score, 3, hit.Why, [], []))], []);
    }

    public IReadOnlyList<SearchHit> MoreLike(Guid id, int count = 6) => [];

    public IReadOnlyList<TextPiece> Mark(string text, string question) => [new TextPiece(text, Marked: false)];
}
