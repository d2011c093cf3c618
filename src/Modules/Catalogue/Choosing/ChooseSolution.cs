using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Choosing;

/// <summary>Lets somebody point out another solution: first those that are most alike, or those that words find.</summary>
internal sealed class ChooseSolution(ISearch search, KeptCards kept)
{
    private const int Shown = 8;

    /// <summary>The solutions to choose from, best first; never one that has ended.</summary>
    /// <param name="but">For which another is sought.</param>
    /// <param name="text">The words; empty gives what is alike.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SolutionCard>> ForAsync(SolutionId but, string? text, CancellationToken cancellation)
    {
        var hits = string.IsNullOrWhiteSpace(text)
            ? search.MoreLike(but.Value, Shown)
            : search.Find(new(text) { Filters = [new(FacetNames.State, FacetNames.Current)], Take = Shown + 1 }).Hits;
        var ids = hits.Select(hit => new SolutionId(hit.Id)).Where(id => id != but).Take(Shown).ToList();
        var cards = await kept.FindAsync(ids, cancellation);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id]).Where(IsOpen)];
    }

    /// <summary>The solution that a form names; null when it is none that can be chosen.</summary>
    public async Task<SolutionCard?> FindAsync(string? id, CancellationToken cancellation) =>
        Guid.TryParse(id, out var value)
            && (await kept.FindAsync([new SolutionId(value)], cancellation)).GetValueOrDefault(new(value)) is { } card && IsOpen(card)
            ? card : null;

    /// <summary>The cards as answers of a form.</summary>
    public static IEnumerable<Choice> Answers(IEnumerable<SolutionCard> cards) =>
        cards.Select(card => new Choice(card.Id.ToString(), card.Title, card.Promise.Length > 0 ? card.Promise : null));

    private static bool IsOpen(SolutionCard card) => card.Status is SolutionStatus.Published or SolutionStatus.Unconfirmed;
}
