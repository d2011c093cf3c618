using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Thesaurus;

/// <summary>The shipped thesaurus with the lines of the rooms on top, kept fresh by the ledger on every node.</summary>
internal sealed class ThesaurusOfHouse(IServiceScopeFactory scopes, SearchIndex index, TimeProvider clock) : IThesaurus, ILedgerReader
{
    private const int Looked = 100;

    private readonly string shipped = Synonyms.ShippedText();
    private readonly Finder finder = new(index, new WorkspacePool(), clock);
    private IReadOnlyList<string> lines = [];

    /// <inheritdoc/>
    public string Name => "thesaurus";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        List<string> all = [];
        foreach (var source in scope.ServiceProvider.GetServices<IThesaurusSource>())
            all.AddRange(await source.LinesAsync(cancellation));
        lines = all;
        index.Synonyms = With(all);
    }

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var subjects = scope.ServiceProvider.GetServices<IThesaurusSource>().Select(source => source.Subject).ToHashSet(StringComparer.Ordinal);
        if (entries.Any(entry => subjects.Contains(entry.Subject)))
            await StartAsync(cancellation);
    }

    /// <inheritdoc/>
    public string? Wrong(string line) =>
        ThesaurusFile.Read(new StringReader(line), index.Analyzer).Errors is [var first, ..] ? first.Message : null;

    /// <inheritdoc/>
    public IReadOnlyList<SynonymEffect> Try(string? added, string? removed)
    {
        var (now, then) = (index.Synonyms, With([.. lines.Where(line => line != removed), .. added is null ? [] : new[] { added }]));
        return [.. new[] { added, removed }.OfType<string>().SelectMany(ThesaurusFile.Names).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => Effect(name, now, then))];
    }

    private SynonymEffect Effect(string name, Synonyms now, Synonyms then)
    {
        var question = new SearchQuestion(name) { Take = Looked };
        var (before, after) = (finder.Find(question, now), finder.Find(question, then));
        return new(name, before.Total, after.Total, Ids(after).Except(Ids(before)).ToList(), Ids(before).Except(Ids(after)).ToList());
    }

    private Synonyms With(IReadOnlyList<string> extra) =>
        ThesaurusFile.Read(new StringReader($"{shipped}\n{string.Join('\n', extra)}"), index.Analyzer).Synonyms;

    private static IEnumerable<Guid> Ids(SearchAnswer answer) => answer.Hits.Select(hit => hit.Id);
}
