using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Wall;

/// <summary>The wall as one page shows it.</summary>
/// <param name="Question">What was asked, with the page that is shown.</param>
/// <param name="Total">All solutions that answer it.</param>
/// <param name="Cards">Those of this page.</param>
/// <param name="Stages">The funnel.</param>
/// <param name="Facets">The other facets with the number that each option gives.</param>
/// <param name="DidYouMean">A better spelling of the words.</param>
internal sealed record WallAnswer(
    WallQuestion Question,
    int Total,
    IReadOnlyList<WallCard> Cards,
    IReadOnlyList<StageChoice> Stages,
    IReadOnlyList<Facet> Facets,
    string? DidYouMean)
{
    /// <summary>Per solution of this page why it answers the words, heaviest first.</summary>
    public required ILookup<SolutionId, MatchReason> Why { get; init; }

    /// <summary>The last page; 1 when there is nothing.</summary>
    public int Pages => Math.Max(1, (Total + WallQuestion.PageSize - 1) / WallQuestion.PageSize);

    /// <summary>The number of the first card on this page.</summary>
    public int First => ((Question.Page - 1) * WallQuestion.PageSize) + 1;

    /// <summary>The number of the last card on this page.</summary>
    public int Last => Math.Min(Total, Question.Page * WallQuestion.PageSize);
}

/// <summary>Reads the wall: the index says what and how many, the database what stands on the cards.</summary>
internal sealed class ReadWall(ISearch search, WallCards cards, WallFacets facets)
{
    /// <param name="question">What is asked.</param>
    /// <param name="root">What stands before each path on this site in the reader's language: "" or "/en".</param>
    /// <param name="path">The page that asks: "/muur".</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<WallAnswer> AnswerAsync(
        WallQuestion question, string root, string path, CancellationToken cancellation)
    {
        var found = search.Find(question.ToSearch());
        var lastPage = Math.Max(1, (found.Total + WallQuestion.PageSize - 1) / WallQuestion.PageSize);
        if (question.Page > lastPage)
        {
            question = question with { Page = lastPage };
            found = search.Find(question.ToSearch());
        }

        return new(
            question,
            found.Total,
            await cards.OfAsync([.. found.Hits.Select(hit => new SolutionId(hit.Id))], root, cancellation),
            Stages(question, found, root + path),
            [.. WallFacets.All.Where(facet => facet != WallFacets.Stage).Select(facet => Field(facet, question, found))],
            found.DidYouMean)
        {
            Why = found.Hits.SelectMany(hit => hit.Why, (hit, why) => (hit.Id, why)).ToLookup(pair => new SolutionId(pair.Id), pair => pair.why),
        };
    }

    /// <summary>How many solutions each stage has; the first choice is all of them.</summary>
    /// <param name="root">See <see cref="AnswerAsync"/>.</param>
    /// <param name="path">The page that a choice leads to.</param>
    public IReadOnlyList<StageChoice> StagesOf(string root, string path)
    {
        var everything = new WallQuestion();
        return Stages(everything, search.Find(everything.ToSearch()), root + path);
    }

    /// <summary>The best of each stage in turn, so that a pareltje stands beside a standard.</summary>
    /// <param name="count">How many in all.</param>
    /// <param name="root">See <see cref="AnswerAsync"/>.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<WallCard>> OfEachStageAsync(int count, string root, CancellationToken cancellation)
    {
        List<IReadOnlyList<SearchHit>> stages = [.. Enum.GetValues<Stage>().Select(stage => search.Find(new("")
        {
            Filters = [new(FacetNames.State, FacetNames.Current), new(FacetNames.Stage, stage.ToString())],
            Take = count,
        }).Hits)];
        var inTurn = Enumerable.Range(0, count).SelectMany(turn => stages.Where(hits => hits.Count > turn).Select(hits => hits[turn]));
        return await cards.OfAsync([.. inTurn.Take(count).Select(hit => new SolutionId(hit.Id))], root, cancellation);
    }

    // Every solution has one stage or is a tip, so that the counts add up to all. Where there is no tip, nobody asks for one.
    private static List<StageChoice> Stages(WallQuestion question, SearchAnswer found, string path)
    {
        var counts = found.Facets[FacetNames.Stage].ToDictionary(count => count.Value, count => count.Count);
        var chosen = question.Of(WallFacets.Stage)?.Value;
        var all = new StageChoice(new(0, "Alles"), counts.Values.Sum(), path + question.With(WallFacets.Stage, null).Address, chosen is null);
        var tips = counts.GetValueOrDefault(FacetNames.Tip);
        List<StageChoice> stages =
        [
            all,
            .. Enum.GetValues<Stage>().Select(stage => new StageChoice(
                stage.Look(),
                counts.GetValueOrDefault(stage.ToString()),
                path + question.With(WallFacets.Stage, new(Kernel.Text.Slug.From(stage.Text()), stage.ToString(), stage.Text())).Address,
                chosen == stage.ToString())),
        ];
        if (tips > 0 || chosen == FacetNames.Tip)
        {
            stages.Add(new(
                new(0, FacetNames.Tip), tips,
                path + question.With(WallFacets.Stage, new("tip", FacetNames.Tip, FacetNames.Tip)).Address, chosen == FacetNames.Tip));
        }

        return stages;
    }

    // Sizes and certainty keep their own order; names stand in the order of a list.
    private Facet Field(WallFacet facet, WallQuestion question, SearchAnswer found)
    {
        var chosen = question.Of(facet);
        var options = found.Facets[facet.Name]
            .Select(count => (Option: facets.FromIndex(facet, count.Value), count.Count))
            .Where(each => each.Option is not null)
            .Select(each => (Option: each.Option!, each.Count))
            .ToList();
        if (chosen is not null && options.TrueForAll(each => each.Option.Value != chosen.Value))
            options.Add((chosen, 0));
        var ordered = WallFacets.HasOwnOrder(facet)
            ? options.OrderBy(each => facets.PlaceOf(facet, each.Option))
            : options.OrderBy(each => each.Option.Text, StringComparer.CurrentCulture);
        return new(facet.Parameter, facet.Label, [.. ordered.Select(each =>
            new FacetOption(each.Option.Slug, each.Option.Text, each.Count, each.Option.Value == chosen?.Value))]);
    }
}
