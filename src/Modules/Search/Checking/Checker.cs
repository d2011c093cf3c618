using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>Compares a whole text with everything there is.</summary>
internal sealed class Checker(SearchIndex index, WorkspacePool workspaces)
{
    // Enough for a hundred pages; what follows is more of the same.
    private const int MostWords = 5000;

    // A plan of a sentence or two says each thing once, in words of its own: it is read as a question (decision 0070).
    private const int ShortPlan = 25;

    // The best so many by words alone are compared closely.
    private const int LookedAt = 64;

    // What is alike an entry is a hint beside it, made with each page: its heaviest words find the same few for half the work.
    private const int AlikeRoots = 12, AlikeLookedAt = 24;

    // A weak match that is so much weaker than the best one is only in the way.
    private const float LeastOfBest = 0.3f, LeastOfBestShort = 0.4f;

    private readonly Expansion expansion = new(index.Vocabulary);

    public CheckAnswer Check(CheckQuestion question)
    {
        var snapshot = index.Snapshot;
        var asked = Question.Read(index.Analyzer, question.Text, MostWords);
        var meaning = asked.Words.Count <= ShortPlan ? new Interpretation(expansion, index.Synonyms, snapshot, asked, text: null) : null;
        var plan = new Plan(index.Vocabulary, snapshot, asked, meaning);
        var reasons = new Reasons(index.Vocabulary, snapshot, plan.Kinship);
        var names = new Names(index.Analyzer.Lexicon, index.Vocabulary, snapshot, question.Places);
        var differences = new Differences(index.Vocabulary, snapshot, plan, names);
        var all = Compare(snapshot, plan, new Filters(snapshot, index.Facets, question.Filters));
        var least = all.Count == 0 ? 0 : (plan.IsShort ? LeastOfBestShort : LeastOfBest) * Math.Min(all.Max(match => match.OwnScore), GoodScore);
        var matches = all
            .Where(match => match.Strength >= Strength.Strong || match.OwnScore >= least)
            .Take(Math.Clamp(question.Take, 1, 100))
            .Select(match => Match(snapshot, match, reasons, differences));
        return new CheckAnswer(
            asked.Order.Count,
            [.. matches.Where(match => plan.IsMet(match.Why))],
            Marker.Mark(index.Analyzer, question.Text, plan.Uses));
    }

    // A plan that stands in the catalogue itself is no measure for the others.
    private const float GoodScore = 0.25f;

    /// <summary>Entries that are alike one, without that one itself.</summary>
    public IReadOnlyList<SearchHit> MoreLike(Guid id, int count)
    {
        var snapshot = index.Snapshot;
        var document = snapshot.Find(id);
        if (document < 0)
            return [];
        var plan = new Plan(index.Vocabulary, snapshot, Question.Read(index.Vocabulary, snapshot.WordsOf(document)), roots: AlikeRoots);
        var reasons = new Reasons(index.Vocabulary, snapshot, plan.Kinship);
        return [.. Compare(snapshot, plan, new Filters(snapshot, index.Facets, []), AlikeLookedAt)
            .Where(match => match.Document != document)
            .Take(count)
            .Select(match => new SearchHit(
                snapshot[match.Document].Id, snapshot[match.Document].Kind, match.Score, reasons.For(match.Document)))];
    }

    /// <summary>All that has something to do with the plan, best first.</summary>
    private List<Alike> Compare(Snapshot snapshot, Plan plan, Filters filters, int lookedAt = LookedAt)
    {
        var candidates = Candidates(snapshot, plan, filters, lookedAt);
        var likeness = new Likeness(index.Vocabulary, snapshot, plan);
        var all = candidates.ConvertAll(candidate =>
        {
            var (cosine, covered, words, voice) = likeness.Of(candidate.Document);
            return new Alike(candidate.Document, cosine, covered, candidate.Answered, (float)(candidate.Key / candidates[0].Key), words, voice);
        });
        var consensus = new Consensus(all);
        return Variety.Order(snapshot, all
            .Where(match => match.Strength > 0)
            .Select(match => match with { Consensus = consensus.Of(match.Words) }));
    }

    private List<(int Document, double Key, float Answered)> Candidates(Snapshot snapshot, Plan plan, Filters filters, int lookedAt)
    {
        using var work = workspaces.Rent(snapshot.Capacity);
        var scoring = new Scoring(snapshot, work);
        scoring.Add(plan.Concepts);
        var harvest = new Harvest(snapshot, filters, lookedAt);
        work.Totals.Touched[..harvest.Matched.Length].CopyTo(harvest.Matched);
        work.Totals.Offer(harvest.Passing(), harvest.Best, plan.IsShort ? Ranking.Coordination / scoring.Asked : 0);
        return [.. harvest.Best.Take().Select(found =>
            (found.Document, found.Key, plan.IsShort ? work.Totals.Covered(found.Document) / scoring.Asked : 0))];
    }

    private static CheckMatch Match(Snapshot snapshot, Alike match, Reasons reasons, Differences differences)
    {
        ref readonly var entry = ref snapshot[match.Document];
        var (onlyInPlan, onlyInEntry) = differences.With(match.Document);
        return new CheckMatch(
            entry.Id,
            entry.Kind,
            match.Score,
            match.Strength,
            reasons.For(match.Document),
            onlyInPlan,
            onlyInEntry)
        { Telling = match.Voice == 0 ? null : match.Voice - 1 };
    }
}
