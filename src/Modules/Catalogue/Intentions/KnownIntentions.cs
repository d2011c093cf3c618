using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>An intention in a list.</summary>
/// <param name="Intention">What is public of it.</param>
/// <param name="Text">What they want, whole.</param>
/// <param name="Start">The month in which they want to start.</param>
/// <param name="Confirmed">The last day on which they said so.</param>
/// <param name="Joined">Who joined, the first one first.</param>
internal sealed record IntentionCard(
    IntentionSummary Intention, string Text, DateOnly? Start, DateOnly Confirmed, IReadOnlyList<OrganisationId> Joined)
{
    private const int CharactersShown = 200;

    /// <summary>How the text begins, up to the end of a word.</summary>
    public string Beginning => Text.Length <= CharactersShown
        ? Text : Text[..Math.Max(Text.LastIndexOf(' ', CharactersShown), CharactersShown / 2)].TrimEnd(',', '.', ' ') + " …";
}

/// <summary>All intentions, in memory on every node and kept fresh by the ledger, so that wall and search need no question.</summary>
internal sealed class KnownIntentions(IServiceScopeFactory scopes, ISearch search) : ILedgerReader
{
    // Two texts about the same have this cosine at least; a question of a few words is answered when most of it is covered.
    private const float AlikeFrom = 0.18f, AnsweredFrom = 0.6f;

    private ImmutableDictionary<Guid, Known> all = ImmutableDictionary<Guid, Known>.Empty;
    private IReadOnlyList<Known> newestFirst = [];

    /// <inheritdoc/>
    public string Name => "intentions";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <summary>Every intention on the site, the last shared first.</summary>
    public IEnumerable<IntentionCard> All => newestFirst.Select(known => known.Card);

    /// <summary>Those that others can join, the last shared first.</summary>
    public IEnumerable<IntentionCard> Open => All.Where(card => card.Intention.State == IntentionState.Open);

    /// <summary>One of them; null when it is not on the site.</summary>
    public IntentionCard? Find(Guid id) => all.GetValueOrDefault(id)?.Card;

    /// <summary>The open intentions that want what a plan wants, most alike first.</summary>
    public IReadOnlyList<IntentionCard> Alike(string plan, int count) =>
        Matching(plan, likeness => likeness.Cosine >= AlikeFrom, isOpen: true, count);

    /// <summary>The intentions that answer the words of a question, best first.</summary>
    public IReadOnlyList<IntentionCard> Answering(string question, bool isOpen, int count) =>
        Matching(question, likeness => likeness.Covered >= AnsweredFrom, isOpen, count);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellation) => LoadAsync(only: null, cancellation);

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var changed = entries.Where(entry => entry.Subject == IntentionEvent.SubjectName).Select(entry => entry.SubjectId).Distinct().ToList();
        if (changed.Count > 0)
            await LoadAsync(changed, cancellation);
    }

    private IReadOnlyList<IntentionCard> Matching(string text, Func<TextLikeness, bool> matches, bool isOpen, int count)
    {
        var known = newestFirst.Where(each => !isOpen || each.Card.Intention.State == IntentionState.Open).ToList();
        if (known.Count == 0)
            return [];
        return [.. search.Compare(search.Sketch(text), [.. known.Select(each => each.Sketch)])
            .Select((likeness, at) => (known[at].Card, likeness))
            .Where(each => matches(each.likeness))
            .OrderByDescending(each => each.likeness.Cosine)
            .Take(count).Select(each => each.Card)];
    }

    private async Task LoadAsync(IReadOnlyCollection<Guid>? only, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var intentions = db.Intentions.AsNoTracking().Where(each => each.Withdrawn == null);
        if (only is not null)
            intentions = intentions.Where(each => only.Contains(each.Id));
        var rows = await intentions.Select(each => new
        {
            Intention = each,
            Joined = db.IntentionJoins.Where(join => join.Intention == each.Id).OrderBy(join => join.On).Select(join => join.Organisation).ToList(),
        }).ToListAsync(cancellation);
        var changed = only is null ? ImmutableDictionary<Guid, Known>.Empty : all.RemoveRange(only);
        all = changed.SetItems(rows.Select(row => KeyValuePair.Create(row.Intention.Id, Of(row.Intention, row.Joined))));
        newestFirst = [.. all.Values.OrderByDescending(known => known.Card.Intention.Shared).ThenByDescending(known => known.Card.Intention.Id)];
    }

    private Known Of(Intention intention, IReadOnlyList<OrganisationId> joined) => new(
        new(
            new(intention.Id, intention.Slug, intention.Title, intention.Organisation, intention.State, intention.Shared),
            intention.Text, intention.Start, intention.Confirmed, joined),
        // The title names the thing: its words count as if they were said twice.
        search.Sketch($"{intention.Title}\n{intention.Title}\n{intention.Text}"));

    private sealed record Known(IntentionCard Card, TextSketch Sketch);
}
