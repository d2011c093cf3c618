using System.Globalization;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Stages;

/// <summary>The evidence that a form asks for, beside what the platform counts itself.</summary>
internal class EvidenceForm
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public string? Criteria { get; set; }

    public string? StepPlan { get; set; }

    public string? Consultation { get; set; }

    public string? PaidBy { get; set; }

    public string? Until { get; set; }

    public string? Rhythm { get; set; }

    /// <summary>Fills in what was given before.</summary>
    public void Take(StageEvidence given)
    {
        (Criteria, StepPlan, Consultation) = (given.Criteria, given.StepPlan, given.Consultation);
        (PaidBy, Rhythm) = (given.Maintenance?.PaidBy, given.Maintenance?.Rhythm);
        Until = given.Maintenance?.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>What was filled in, checked.</summary>
    /// <exception cref="RuleViolation">An address or date cannot be read, or the agreement is half filled in.</exception>
    public StageEvidence Read() => new(
        Address(nameof(Criteria), Criteria), Address(nameof(StepPlan), StepPlan), Address(nameof(Consultation), Consultation), Agreement());

    /// <summary>What was filled in; nothing while part of it cannot be read, which has its own message.</summary>
    public StageEvidence SoFar()
    {
        try
        {
            return Read();
        }
        catch (RuleViolation)
        {
            return StageEvidence.None;
        }
    }

    /// <summary>The links among it, with what each shows.</summary>
    public static IReadOnlyList<Link> LinksOf(StageEvidence given) =>
    [
        .. new[] { ("Wat we meten", given.Criteria), ("Het stappenplan", given.StepPlan), ("De raadpleging", given.Consultation) }
            .Where(each => !string.IsNullOrEmpty(each.Item2)).Select(each => new Link(each.Item1, each.Item2!)),
    ];

    /// <summary>A day as people type it: 2027-03-01, 1-3-2027 or 1 maart 2027.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(Lines.Clean(typed), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || DateOnly.TryParse(Lines.Clean(typed), Dutch, out day) ? day : null;

    private Maintenance? Agreement()
    {
        var (paidBy, until, rhythm) = (Lines.Clean(PaidBy), Lines.Clean(Until), Lines.Clean(Rhythm));
        if (paidBy.Length + until.Length + rhythm.Length == 0)
            return null;
        Require(paidBy.Length is > 0 and <= Maintenance.TextLength, nameof(PaidBy), "Vul in wie betaalt, in hoogstens 160 tekens.");
        Require(rhythm.Length is > 0 and <= Maintenance.TextLength, nameof(Rhythm), "Vul in hoe vaak er een nieuwe versie komt, in hoogstens 160 tekens.");
        return new(paidBy, Day(until) ?? throw new RuleViolation(nameof(Until), "Schrijf een datum zoals 1 maart 2027."), rhythm);
    }

    private static string? Address(string field, string? typed)
    {
        var text = Lines.Clean(typed);
        Require(text.Length == 0 || Lines.IsOfTheWeb(text), field, "Begin het adres met https://.");
        return text.Length == 0 ? null : text;
    }

    private static void Require(bool rule, string field, string message)
    {
        if (!rule)
            throw new RuleViolation(field, message);
    }
}
