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
        if (asked.Words.Count == 0)
            Everything(snapshot, harvest, question.Sort);
        else
            Matching(snapshot, harvest, meaning, asked, question.Sort);

        var reasons = new Reasons(index.Vocabulary, snapshot, meaning.Kinship);
        IEnumerable<(int Document, double Key)> hits = harvest.Best.Take();
        if (byScore)
            hits = Closer(new CloserLook(snapshot, reasons, Today()), [.. hits], TitleKeys.Of(question.Text));
        return new SearchAnswer(
            harvest.Total,
            [.. hits.Skip(skip).Take(take).Select(hit => Hit(snapshot, hit, reasons))],
            new FacetCounts(index.Facets, snapshot).Of(question.CountFacets, harvest.Matched, filters),
            meaning.DidYouMean);
    }

    private static void Everything(Snapshot snapshot, Harvest harvest, SearchSort sort)
    {
        foreach (var part in snapshot.Parts)
            part.AddLivingTo(harvest.Matched);

        ByOrder(snapshot, harvest, sort);
    }

    private void Matching(
        Snapshot snapshot, Harvest harvest, Interpretation meaning, Question asked, SearchSort sort)
    {
        using var work = workspaces.Rent(snapshot.Capacity);
        var scoring = new Scoring(snapshot, work);
        scoring.Add(meaning.Concepts);

        work.Totals.Select(Ranking.SmallestShare * work.Totals.HighestCovered, harvest.Matched);
        new Phrases(index.Vocabulary, asked.Words.Count > LongQuestion ? [] : asked.Phrases).Keep(snapshot, harvest.Matched);
        if (sort == SearchSort.Relevance)
            work.Totals.Offer(harvest.Passing(), harvest.Best, Ranking.Coordination / scoring.Asked);
        else
            ByOrder(snapshot, harvest, sort);
    }

    private static void ByOrder(Snapshot snapshot, Harvest harvest, SearchSort sort)
    {
        var passing = harvest.Passing();
        foreach (var part in snapshot.Parts)
        {
            foreach (var document in new BitReader(part.Of(passing)))
                harvest.Best.Offer(part.Base + document, Order.Key(sort, in part.Segment.Standings[document]));
        }
    }

    // Always the same entries are looked at closely, whichever page is asked for, so that pages never overlap.
    private static IEnumerable<(int Document, double Key)> Closer(CloserLook look, (int Document, double Key)[] hits, ulong titleKey) =>
        look.Order(hits.Take(LookedAt), titleKey).Concat(hits.Skip(LookedAt));

    private static SearchHit Hit(Snapshot snapshot, (int Document, double Key) hit, Reasons reasons)
    {
        ref readonly var entry = ref snapshot[hit.Document];
        return new SearchHit(entry.Id, entry.Kind, (float)hit.Key, reasons.For(hit.Document));
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
