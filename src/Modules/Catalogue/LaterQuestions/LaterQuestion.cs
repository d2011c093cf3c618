using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;

namespace Parelmuur.Catalogue.LaterQuestions;

/// <summary>A question about one part of a solution that may still be empty.</summary>
/// <param name="Slug">As it stands in the address: "resultaat".</param>
/// <param name="Name">The part, as in <see cref="Parts"/>.</param>
/// <param name="Text">The question, a key of <c>Words</c>.</param>
/// <param name="Hint">What helps to answer it, a key of <c>Words</c>.</param>
/// <param name="IsKnown">Whether a solution has it.</param>
internal sealed record LaterQuestion(string Slug, string Name, string Text, string Hint, Func<KnownParts, bool> IsKnown)
{
    /// <summary>The answers to choose from; none gives a field to type in.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Whether the answer takes one line.</summary>
    public bool IsShort { get; init; }

    /// <summary>The part that it fills in.</summary>
    public Part Part => Parts.All.First(part => part.Name == Name);

    /// <summary>All of them; what readers miss most comes first.</summary>
    public static IReadOnlyList<LaterQuestion> All { get; } =
    [
        new("resultaat", "Result", "Wat levert het op?", "Met een getal, en hoe jullie dat maten. Een voorbeeld mag ook.", known => known.Result),
        new("voor-wie", "ForWhom", "Voor wie is het?", "Bijvoorbeeld: inwoners met schulden, of het klantcontactcentrum.", known => known.ForWhom),
        new("werk", "Effort", "Hoeveel werk is het voor een andere gemeente?", "Om het over te nemen. Een schatting is genoeg.", known => known.Effort)
            { Choices = Answers<Effort>(effort => effort.Text()) },
        new("kosten-om-te-beginnen", "OneOffCost", "Wat kost het om te beginnen?", "Voor één gemeente. Een schatting is genoeg.", known => known.OneOffCost)
            { Choices = Answers<CostBand>(cost => cost.Text()) },
        new("kosten-per-jaar", "YearlyCost", "Wat kost het per jaar?", "Voor één gemeente. Een schatting is genoeg.", known => known.YearlyCost)
            { Choices = Answers<CostBand>(cost => cost.Text()) },
        new("gegevens", "DataFreedom", "Kun je de gegevens meenemen?", "Kun je ze eruit halen en zelf gebruiken? Hoe?", known => known.DataFreedom),
        new("licentie", "Licence", "Onder welke licentie mag een ander het gebruiken?", "Bijvoorbeeld EUPL-1.2 of CC-BY-4.0.", known => known.Licence)
            { IsShort = true },
        new("zonder-computer", "NonDigital", "Hoe doet iemand mee die geen computer heeft?", "Bijvoorbeeld per telefoon, op papier of aan de balie.", known => known.NonDigital),
        new("probleem", "Problem", "Welk probleem lost het op?", "Voor wie was het lastig, en waarom?", known => known.Problem),
        new("nodig", "Requirements", "Wat heb je ervoor nodig?", "Mensen, systemen, een besluit van de raad.", known => known.Requirements),
        new("iedereen", "Accessibility", "Kan iedereen meedoen?", "Ook wie slecht ziet, slecht leest of weinig Nederlands spreekt.", known => known.Accessibility),
    ];

    private static List<Choice> Answers<T>(Func<T, string> say)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), say(value)))];
}

/// <summary>Which parts of a solution are filled in.</summary>
internal sealed record KnownParts(
    bool Result, bool ForWhom, bool Effort, bool OneOffCost, bool YearlyCost, bool DataFreedom, bool Licence, bool NonDigital,
    bool Problem, bool Requirements, bool Accessibility);
