using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>The answer to a plan, as the page shows it.</summary>
internal sealed record PlanAnswer(string Text, Municipality? Municipality, CheckReport Report, IReadOnlyList<RankedMatch> Matches, Words Words)
{
    private const int ShareableLength = 1_500;

    /// <summary>Who reads it, if signed in.</summary>
    public CurrentPerson? Reader { get; init; }

    /// <summary>Whether the reader may record the outcome for an organisation.</summary>
    public bool MayRecord { get; init; }

    /// <summary>Whether what others rejected was left out of the order.</summary>
    public bool InOwnOrder { get; init; }

    /// <summary>Open intentions of others that want the same.</summary>
    public IReadOnlyList<IntentionCard> Together { get; init; } = [];

    /// <summary>The decision, as far as it was filled in.</summary>
    public OutcomeForm Form { get; init; } = new();

    public IReadOnlyList<RankedMatch> Strong => [.. Matches.Where(match => match.Found.IsStrong)];

    public IReadOnlyList<RankedMatch> Weak => [.. Matches.Where(match => !match.Found.IsStrong)];

    /// <summary>How many matches municipalities with alike plans did not find fitting.</summary>
    public int Rejected => Matches.Count(match => match.Factor < 1);

    /// <summary>Whether a decision can be recorded: a longer plan is compared, but not kept.</summary>
    public bool CanBeKept => Text.Length <= RecordedCheck.TextLength;

    /// <summary>The answer in one line: the h1 of the page.</summary>
    public string Heading => (Strong.Count, Weak.Count) switch
    {
        ( > 0, _) => Words["Ja, dit bestaat al"],
        (_, > 0) => Words["Er is iets dat erop lijkt"],
        _ => Words["We vonden niets dat hierop lijkt"],
    };

    /// <summary>What was found, in a sentence.</summary>
    public string Lead => Together.Count == 0 ? Found : $"{Found} {Words.Count(Together.Count, "Nog 1 gemeente wil hetzelfde gaan doen.", "Nog {0} gemeenten willen hetzelfde gaan doen.")}";

    private string Found => (Strong.Count, Weak.Count) switch
    {
        (var strong and > 0, _) => Words.Count(
            strong, "We vonden 1 oplossing die sterk op jouw plan lijkt.", "We vonden {0} oplossingen die sterk op jouw plan lijken."),
        (_, var weak and > 0) => Words.Count(
            weak, "We vonden 1 oplossing die een beetje op jouw plan lijkt.", "We vonden {0} oplossingen die een beetje op jouw plan lijken."),
        _ => Words["Je bent misschien de eerste. Hieronder staat hoe je verder kunt."],
    };

    /// <summary>What follows the root in the address that holds the text; null when the text is too long for one.</summary>
    public string? ShareQuery => Text.Length is > 0 and <= ShareableLength
        ? "?tekst=" + Uri.EscapeDataString(Text) + (Municipality is null ? "" : $"&gemeente={Municipality.Code}")
        : null;
}
