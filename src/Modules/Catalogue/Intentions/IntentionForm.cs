using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>An intention as people fill it in: three required fields.</summary>
internal sealed class IntentionForm
{
    private const int MonthsAhead = 24;

    [Required(ErrorMessage = "Vul in wat jullie willen doen.")]
    [MaxLength(Intention.TitleLength, ErrorMessage = "Houd de titel korter: hoogstens 80 tekens.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Vertel wat jullie van plan zijn.")]
    [MaxLength(Intention.TextLength, ErrorMessage = "Houd je tekst korter: hoogstens 4.000 tekens.")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Vul in wie een collega kan bellen.")]
    [MaxLength(Intention.ContactLength, ErrorMessage = "Houd de naam korter: hoogstens 100 tekens.")]
    public string? Contact { get; set; }

    [EmailAddress(ErrorMessage = "Schrijf een e-mailadres zoals team@gemeente.nl.")]
    [MaxLength(Intention.MailboxLength, ErrorMessage = "Houd het e-mailadres korter: hoogstens 200 tekens.")]
    public string? Mailbox { get; set; }

    /// <summary>A month: "2027-01"; empty when they do not know yet.</summary>
    public string? Start { get; set; }

    public static IntentionForm Of(Intention intention) => new()
    {
        Title = intention.Title,
        Text = intention.Text,
        Contact = intention.Contact,
        Mailbox = intention.Mailbox,
        Start = intention.Start is { } start ? Value(start) : null,
    };

    /// <summary>The months that can be chosen, with the one that was chosen before.</summary>
    public IEnumerable<Choice> Months(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var months = Enumerable.Range(0, MonthsAhead).Select(first.AddMonths);
        return (Month() is { } chosen && chosen < first ? months.Prepend(chosen) : months).Select(month => new Choice(Value(month), Words.Month(month)));
    }

    public IntentionContent ToContent() => string.IsNullOrEmpty(Start) || Month() is not null
        ? new(Lines.Clean(Title), Lines.Clean(Text), Lines.Clean(Contact), Lines.Clean(Mailbox), Month())
        : throw new RuleViolation(nameof(Start), "Kies een maand uit de lijst.");

    private DateOnly? Month() =>
        DateOnly.TryParseExact($"{Start}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private static string Value(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
