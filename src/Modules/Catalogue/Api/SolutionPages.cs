using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Kernel.Api;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Api;

/// <summary>Pages of solutions: all of them, those of a search, and the counts beside them.</summary>
internal sealed class SolutionPages(ISearch search, LiveFacts solutions, IOrganisations organisations, MissedSearches missed)
{
    // An address of this many letters, written in percent signs, still fits in what servers take.
    private const int MaxQuestion = 2_000;

    // What changed between two pages seldom moves a solution further than this.
    private const int LookAround = 50;

    public async Task<Results<Answer<Page<SolutionItem>>, InvalidInput>> ListAsync(
        ListParameters asked, HttpRequest request, CancellationToken cancellation)
    {
        var input = new Input();
        var (size, cursor) = (input.Size(asked.PageSize), input.Cursor(asked.Cursor));
        var fields = input.Fields(asked.Fields, CatalogueJson.Default.SolutionItem);
        var question = new SearchQuestion("")
        {
            Filters = asked.Filters(input, organisations),
            Sort = input.OneOf<SearchSort>("sort", asked.Sort) ?? SearchSort.Newest,
        };
        if (!input.IsValid)
            return input.Problem;

        var page = Read(question, cursor, size, request);
        var results = await solutions.ResultsAsync(
            page.Hits, hit => new(hit.Id), (_, users) => new LiveItem(users), CatalogueJson.Default.LiveItem, cancellation);
        return new Answer<Page<SolutionItem>>(json =>
        {
            json.WriteStartObject();
            results(json);
            WriteEnd(json, page);
        })
        { Fields = fields, Next = page.Next, Prev = page.Prev };
    }

    public async Task<Results<Answer<FoundPage>, InvalidInput>> SearchAsync(
        SearchParameters asked, HttpRequest request, CancellationToken cancellation)
    {
        var input = new Input();
        var (size, cursor) = (input.Size(asked.PageSize), input.Cursor(asked.Cursor));
        var fields = input.Fields(asked.Fields, CatalogueJson.Default.FoundItem);
        if (string.IsNullOrWhiteSpace(asked.Q))
            input.Wrong("query", "q", "required", "Vul bij q een of meer zoekwoorden in.");
        var question = new SearchQuestion(Words(asked.Q, input))
        {
            Filters = asked.Filters(input, organisations),
            Sort = input.OneOf<SearchSort>("sort", asked.Sort) ?? SearchSort.Relevance,
            CountFacets = Facets.Names(asked.Facets, input, whenNone: []),
        };
        if (!input.IsValid)
            return input.Problem;

        var page = Read(question, cursor, size, request);
        if (page.Answer.Total == 0 && question.Filters.Count == 0)
            missed.Note(question.Text);
        var results = await solutions.ResultsAsync(
            page.Hits, hit => new(hit.Id),
            (hit, users) => new LiveFound(users, Strength(hit.Score, page.Answer.BestScore), hit.Why), CatalogueJson.Default.LiveFound, cancellation);
        return new Answer<FoundPage>(json =>
        {
            json.WriteStartObject();
            results(json);
            if (page.Answer.DidYouMean is { } better)
                json.WriteString("didYouMean", better);
            if (question.CountFacets.Count > 0)
                Facets.Write(json, page.Answer.Facets);
            WriteEnd(json, page);
        })
        { Fields = fields, Next = page.Next, Prev = page.Prev };
    }

    public Results<Answer<FacetReport>, InvalidInput> Count(CountParameters asked)
    {
        var input = new Input();
        var question = new SearchQuestion(Words(asked.Q, input))
        {
            Filters = asked.Filters(input, organisations),
            CountFacets = Facets.Names(asked.Facets, input, whenNone: Facets.All),
            Take = 0,
        };
        if (!input.IsValid)
            return input.Problem;

        var answer = search.Find(question);
        return new Answer<FacetReport>(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", answer.Total);
            Facets.Write(json, answer.Facets);
            json.WriteEndObject();
        });
    }

    private static string Words(string? text, Input input)
    {
        if (text?.Length > MaxQuestion)
            input.Wrong("query", "q", "tooLong", $"Gebruik hoogstens {MaxQuestion} tekens. Een hele tekst kan naar /checks.");
        return text ?? "";
    }

    private Part Read(SearchQuestion question, Cursor cursor, int size, HttpRequest request)
    {
        var start = Start(question, cursor);
        var answer = search.Find(question with { Skip = start, Take = size });
        var end = start + answer.Hits.Count;
        var next = answer.Hits.Count > 0 && end < answer.Total ? request.WithCursor(new(end, answer.Hits[^1].Id)) : null;
        return new(answer, start, next, request.Before(start, size));
    }

    // Something may have come or gone before the cursor; then the page begins behind the last one given.
    private int Start(SearchQuestion question, Cursor cursor)
    {
        if (cursor.After == default)
            return cursor.Offset;
        var from = Math.Max(0, cursor.Offset - LookAround);
        var around = search.Find(question with { Skip = from, Take = LookAround * 2, CountFacets = [] }).Hits;
        for (var place = 0; place < around.Count; place++)
        {
            if (around[place].Id == cursor.After)
                return from + place + 1;
        }

        return cursor.Offset;
    }

    // In five equal steps from nothing to the best result.
    private static int Strength(float score, float best) =>
        best > 0 ? Math.Clamp((int)Math.Ceiling(5 * score / best), 1, 5) : 1;

    private static void WriteEnd(Utf8JsonWriter json, Part page)
    {
        json.WriteNumber("total", page.Answer.Total);
        if (page.Next is not null)
            json.WriteString("next", page.Next);
        if (page.Prev is not null)
            json.WriteString("prev", page.Prev);
        json.WriteEndObject();
    }

    private sealed record Part(SearchAnswer Answer, int Start, string? Next, string? Prev)
    {
        public IReadOnlyList<SearchHit> Hits => Answer.Hits;
    }
}
