using System.CommandLine;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Search;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur search …</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var words = new Argument<string[]>("woorden") { Description = "Waarop u zoekt; \"tussen aanhalingstekens\" is een zin.", Arity = ArgumentArity.OneOrMore };
        var take = TakeOption.Make();
        var command = new Command("search", "Zoekt oplossingen op woorden.") { words, take };
        command.SetAction(async (asked, cancellation) =>
        {
            await using var house = await House.OpenAsync(cancellation);
            await house.LoadAsync(cancellation);
            var answer = house.Get<ISearch>().Find(
                new SearchQuestion(string.Join(' ', asked.GetValue(words)!)) { Take = asked.GetValue(take) });
            var ids = answer.Hits.Select(hit => new SolutionId(hit.Id)).ToList();
            var cards = await house.Get<ICatalogue>().CardsAsync(ids, cancellation);
            Console.WriteLine($"{answer.Total:N0} gevonden");
            if (answer.DidYouMean is { } better)
                Console.WriteLine($"Bedoelde u: {better}");
            foreach (var card in ids.Where(cards.ContainsKey).Select(id => cards[id]))
                Console.WriteLine($"\n{card.Title}\n  {card.Promise}\n  {FoundSolutions.PathOf(card)}");
            return CommandLine.Ok;
        });
        return command;
    }
}
