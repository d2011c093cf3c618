using Parelmuur.Search.Index;
using Parelmuur.Search.Thesaurus;

namespace Parelmuur.Search.Finding;

/// <summary>Finds entries by words and filters.</summary>
internal sealed class Finder(SearchIndex index, WorkspacePool workspaces, TimeProvider clock)
{
    // The best so many are looked at closely; what comes after keeps its first order.
    private const int LookedAt = 200;

    // In a pasted text quotes are no wish for a phrase.
    private const int LongQuestion = 12;

    // Who asks for more has pasted a text; its first words tell most.
    private const int MostWords = 100;

    private readonly Expansion expansion = new(index.Vocabulary);

    public SearchAnswer Find(SearchQuestion question) => Find(question, index.Synonyms);

    /// <summary>Finds as if these were the synonyms.</summary>
    public SearchAnswer Find(SearchQuestion question, Synonyms synonyms)
    {
        var snapshot = index.Snapshot;
        var asked = Question.Read(index.Analyzer, question.Text, MostWords);
        var (skip, take) = (Math.Clamp(question.Skip, 0, snapshot.Count), Math.Clamp(question.Take, 0, 100));
        var byScore = asked.Words.Count > 0 && question.Sort == SearchSort.Relevance;
        var filters = new Filters(snapshot, index.Facets, question.Filters);
        var harvest = new Harvest(snapshot, filters, byScore ? Math.Max(skip + take, LookedAt) : skip + take);

        var meaning = new Interpretation(expansion, synonyms, snapshot, asked, question.Text);
        var reasons = new Reasons(index.Vocabulary, snapshot, meaning.Kinship);
        var (hits, best) = asked.Words.Count == 0
            ? (Everything(snapshot, harvest, question.Sort), 0)
            : Matching(snapshot, harvest, meaning, asked, question, reasons);
        return new SearchAnswer(
            harvest.Total,
            [.. hits.Skip(skip).Take(take).Select(hit => Hit(snapshot, hit, reasons))],
            new FacetCounts(index.Facets, snapshot).Of(question.CountFacets, harvest.Matched, filters),
            meaning.DidYouMean)
        { BestScore = (float)best };
    }

    private static IEnumerable<(int Document, double Score)> Everything(Snapshot snapshot, Harvest harvest, SearchSort sort)
    {
        foreach (var part in snapshot.Parts)
            part.AddLivingTo(harvest.Matched);

        ByOrder(snapshot, harvest.Passing(), harvest.Best, sort);
        return harvest.Best.Take();
    }

    // The hits in the asked order, each with how well it fits, and how well the best one does.
    private (IEnumerable<(int Document, double Score)> Hits, double Best) Matching(
        Snapshot snapshot, Harvest harvest, Interpretation meaning, Question asked, SearchQuestion question, Reasons reasons)
    {
        using var work = workspaces.Rent(snapshot.Capacity);
        var scoring = new Scoring(snapshot, work);
        scoring.Add(meaning.Concepts);

        work.Totals.Select(Ranking.SmallestShare * work.Totals.HighestCovered, harvest.Matched);
        new Phrases(index.Vocabulary, asked.Words.Count > LongQuestion ? [] : asked.Phrases).Keep(snapshot, harvest.Matched);
        var passing = harvest.Passing();
        var byScore = question.Sort == SearchSort.Relevance;
        var fitting = byScore ? harvest.Best : new Best(snapshot, LookedAt);
        work.Totals.Offer(passing, fitting, Ranking.Coordination / scoring.Asked);
        var closer = Closer(new CloserLook(snapshot, reasons, Today()), [.. fitting.Take()], TitleKeys.Of(question.Text));
        var best = closer.Length > 0 ? closer[0].Score : 0;
        if (byScore)
            return (closer, best);

        ByOrder(snapshot, passing, harvest.Best, question.Sort);
        var scores = closer.ToDictionary(hit => hit.Document, hit => hit.Score);
        List<(int Document, double Score)> hits = [];
        foreach (var (document, _) in harvest.Best.Take())
            hits.Add((document, scores.TryGetValue(document, out var score) ? score : work.Totals.Key(document)));
        return (hits, best);
    }

    private static void ByOrder(Snapshot snapshot, ReadOnlySpan<ulong> passing, Best best, SearchSort sort)
    {
        foreach (var part in snapshot.Parts)
        {
            foreach (var document in new BitReader(part.Of(passing)))
                best.Offer(part.Base + document, Order.Key(sort, in part.Segment.Standings[document]));
        }
    }

    // Always the same entries are looked at closely, whichever page is asked for, so that pages never overlap.
    private static (int Document, double Score)[] Closer(CloserLook look, (int Document, double Key)[] hits, ulong titleKey)
    {
        var lookedAt = Math.Min(LookedAt, hits.Length);
        return [.. look.Order(hits[..lookedAt], titleKey), .. hits[lookedAt..]];
    }

    private static SearchHit Hit(Snapshot snapshot, (int Document, double Score) hit, Reasons reasons)
    {
        ref readonly var entry = ref snapshot[hit.Document];
        return new SearchHit(entry.Id, entry.Kind, (float)hit.Score, reasons.For(hit.Document));
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
