using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>What sharing asks: four answers that are needed, and some that may wait.</summary>
internal sealed class GemForm : IValidatableObject
{
    public const int ContactLength = 120, ReasonLength = 300;

    [Required(ErrorMessage = "Schrijf hoe het heet.")]
    [StringLength(Solution.TitleLength, ErrorMessage = "Maak de titel korter: hoogstens 80 tekens.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Schrijf in één zin wat het doet, en voor wie.")]
    [StringLength(Solution.PromiseLength, ErrorMessage = "Maak de zin korter: hoogstens 160 tekens.")]
    public string? Promise { get; set; }

    [Required(ErrorMessage = "Schrijf wat jullie doen.")]
    [StringLength(Solution.TextLength, ErrorMessage = "Je tekst is te lang. Schrijf hoogstens 20.000 tekens.")]
    public string? WhatWeDid { get; set; }

    [Required(ErrorMessage = "Schrijf wie een collega kan bellen.")]
    [StringLength(ContactLength, ErrorMessage = "Deze naam is te lang: hoogstens 120 tekens.")]
    public string? Contact { get; set; }

    [StringLength(Solution.MailboxLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string? Mailbox { get; set; }

    [StringLength(Themes.Theme.LabelLength, ErrorMessage = "Kies een thema uit de lijst.")]
    public string? Theme { get; set; }

    [StringLength(40, ErrorMessage = "Kies een soort uit de lijst.")]
    public string? Kind { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = "Je tekst is te lang. Schrijf hoogstens 20.000 tekens.")]
    public string? Problem { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = "Je tekst is te lang. Schrijf hoogstens 20.000 tekens.")]
    public string? Result { get; set; }

    [StringLength(Solution.UrlLength, ErrorMessage = "Dit adres is te lang.")]
    public string? Link { get; set; }

    /// <summary>Why this one differs from solutions that are alike, by the id of that solution.</summary>
    public Dictionary<string, string?> Different { get; set; } = [];

    /// <summary>Whether nothing was typed; the contact is filled in beforehand.</summary>
    [JsonIgnore]
    public bool IsEmpty => Texts.All(string.IsNullOrWhiteSpace);

    /// <summary>The words to compare with what exists.</summary>
    [JsonIgnore]
    public string Words => string.Join('\n', new[] { Title, Promise, WhatWeDid, Problem, Result }.Where(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>Everything that others will read, to look for what should not be there. Not the mailbox: that is an address.</summary>
    [JsonIgnore]
    public IEnumerable<string?> Texts => [Title, Promise, WhatWeDid, Problem, Result, Link, Mailbox, .. Different.Values];

    /// <summary>The reasons that were given, by solution.</summary>
    [JsonIgnore]
    public IEnumerable<(SolutionId Solution, string Reason)> Reasons =>
        from pair in Different
        where !string.IsNullOrWhiteSpace(pair.Value) && Guid.TryParse(pair.Key, out _)
        select (new SolutionId(Guid.Parse(pair.Key)), Clean(pair.Value));

    /// <summary>Everything that is wrong with it; empty when it can be shared.</summary>
    public IReadOnlyList<ValidationResult> Wrong()
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), wrong, validateAllProperties: true);
        return wrong;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Clean(Mailbox) is { Length: > 0 } mailbox && !Mail.IsAddress(mailbox))
            yield return new("Schrijf een e-mailadres zoals team@gemeente.nl.", [nameof(Mailbox)]);
        if (Clean(Link) is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new("Schrijf een adres dat begint met https://.", [nameof(Link)]);
        if (!string.IsNullOrEmpty(Kind) && !Enum.GetNames<SolutionKind>().Contains(Kind))
            yield return new("Kies een soort uit de lijst.", [nameof(Kind)]);
        if (Different.Values.Any(reason => reason?.Length > ReasonLength))
            yield return new("Maak je reden korter: hoogstens 300 tekens.", [nameof(Different)]);
    }

    /// <summary>As a solution holds it.</summary>
    /// <param name="maker">The organisation that made it.</param>
    /// <param name="year">The year of today.</param>
    public SolutionContent ToContent(OrganisationId maker, int year) => new()
    {
        Title = Clean(Title),
        Promise = Clean(Promise),
        WhatWeDid = Clean(WhatWeDid),
        Problem = Clean(Problem),
        Result = Clean(Result),
        Kind = Enum.TryParse<SolutionKind>(Kind, out var kind) ? kind : SolutionKind.WorkPractice,
        Themes = Clean(Theme) is { Length: > 0 } theme ? [theme] : [],
        Links = Clean(Link) is { Length: > 0 } link ? [new(new Uri(link).Host, link)] : [],
        Mailbox = Clean(Mailbox),
        Steward = new(Clean(Contact), "", maker),
        Origin = maker,
        OriginYear = year,
    };

    // PostgreSQL holds no NUL; and a browser sends other line ends than it shows.
    private static string Clean(string? text) =>
        (text ?? "").Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
}
