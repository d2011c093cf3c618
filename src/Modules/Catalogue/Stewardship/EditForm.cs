using System.ComponentModel.DataAnnotations;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Everything that a person can write about a solution, as a form holds it. Only three parts must be filled in.</summary>
internal sealed class EditForm
{
    private const string TooLong = "Maak deze tekst korter: hoogstens 20.000 tekens.";
    private const string ListTooLong = "Maak deze lijst korter: hoogstens 2.000 tekens.";

    /// <summary>The version on which the writer began.</summary>
    public int Version { get; set; }

    /// <summary>Of the parts that two people changed at once: "theirs" or "own", by the name of the part.</summary>
    public Dictionary<string, string> Choice { get; set; } = [];

    [Required(ErrorMessage = "Vul een titel in van hoogstens 80 tekens.")]
    [StringLength(Solution.TitleLength, ErrorMessage = "Vul een titel in van hoogstens 80 tekens.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Schrijf in één zin wat het doet, en voor wie.")]
    [StringLength(Solution.PromiseLength, ErrorMessage = "Maak de belofte korter: hoogstens 160 tekens.")]
    public string? Promise { get; set; }

    [Required(ErrorMessage = "Vertel wat jullie deden.")]
    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? WhatWeDid { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? Problem { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? Result { get; set; }

    /// <summary>One a line: value, a bar, label.</summary>
    [StringLength(Solution.ListLength, ErrorMessage = ListTooLong)]
    public string? Figures { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? ForWhom { get; set; }

    public string? Kind { get; set; }

    public List<string> Themes { get; set; } = [];

    /// <summary>One a line.</summary>
    [StringLength(Solution.ListLength, ErrorMessage = ListTooLong)]
    public string? Tasks { get; set; }

    /// <summary>One a line.</summary>
    [StringLength(Solution.ListLength, ErrorMessage = ListTooLong)]
    public string? Laws { get; set; }

    public string? Effort { get; set; }

    public string? OneOffCost { get; set; }

    public string? YearlyCost { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? Requirements { get; set; }

    public string? ScaleType { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? Accessibility { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? NonDigital { get; set; }

    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? DataFreedom { get; set; }

    [StringLength(Solution.LicenceLength, ErrorMessage = "Maak de licentie korter: hoogstens 80 tekens.")]
    public string? Licence { get; set; }

    /// <summary>The readable part of the address of the organisation that made it.</summary>
    [StringLength(NewOrganisation.MaxNameLength)]
    public string? Origin { get; set; }

    [RegularExpression("(19|20)[0-9]{2}", ErrorMessage = "Schrijf een jaar met vier cijfers, zoals 2024.")]
    public string? OriginYear { get; set; }

    [RegularExpression("[0-9]{1,6}", ErrorMessage = "Schrijf een heel aantal uren, zoals 120.")]
    public string? BuildHours { get; set; }

    [EmailAddress(ErrorMessage = "Schrijf een e-mailadres zoals naam@gemeente.nl.")]
    [StringLength(Solution.MailboxLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string? Mailbox { get; set; }

    /// <summary>One a line: title, a bar, address.</summary>
    [StringLength(Solution.TextLength, ErrorMessage = TooLong)]
    public string? Links { get; set; }

    /// <summary>The form as it shows a content.</summary>
    public static EditForm Of(SolutionContent content, int version, IOrganisations organisations) => new()
    {
        Version = version,
        Title = content.Title,
        Promise = content.Promise,
        WhatWeDid = content.WhatWeDid,
        Problem = content.Problem,
        Result = content.Result,
        Figures = Lines.Of(content.Figures, figure => $"{figure.Value} | {figure.Label}"),
        ForWhom = content.ForWhom,
        Kind = content.Kind.ToString(),
        Themes = [.. content.Themes],
        Tasks = Lines.Of(content.Tasks, task => task),
        Laws = Lines.Of(content.Laws, law => law),
        Effort = content.Effort?.ToString(),
        OneOffCost = content.OneOffCost?.ToString(),
        YearlyCost = content.YearlyCost?.ToString(),
        Requirements = content.Requirements,
        ScaleType = content.ScaleType?.ToString(),
        Accessibility = content.Accessibility,
        NonDigital = content.NonDigital,
        DataFreedom = content.DataFreedom,
        Licence = content.Licence,
        Origin = content.Origin is { } origin ? organisations.Find(origin)?.Slug : null,
        OriginYear = content.OriginYear?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        BuildHours = content.BuildHours?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Mailbox = content.Mailbox,
        Links = Lines.Of(content.Links, link => $"{link.Title} | {link.Url}"),
    };

    /// <summary>What the form says, on top of what it does not show.</summary>
    /// <exception cref="RuleViolation">A part cannot be read.</exception>
    public SolutionContent To(SolutionContent now, IOrganisations organisations) => now with
    {
        Title = OneLine(Title),
        Promise = OneLine(Promise),
        WhatWeDid = Text(WhatWeDid),
        Problem = Text(Problem),
        Result = Text(Result),
        Figures = Lines.Figures(Figures),
        ForWhom = Text(ForWhom),
        Kind = Value<SolutionKind>(Kind, nameof(Kind)) ?? now.Kind,
        Themes = Themes.Count <= MaxThemes ? Themes : throw new RuleViolation(nameof(Themes), "Kies hoogstens drie thema’s."),
        Tasks = Lines.Texts(Tasks),
        Laws = Lines.Texts(Laws),
        Effort = Value<Effort>(Effort, nameof(Effort)),
        OneOffCost = Value<CostBand>(OneOffCost, nameof(OneOffCost)),
        YearlyCost = Value<CostBand>(YearlyCost, nameof(YearlyCost)),
        Requirements = Text(Requirements),
        ScaleType = Value<ScaleType>(ScaleType, nameof(ScaleType)),
        Accessibility = Text(Accessibility),
        NonDigital = Text(NonDigital),
        DataFreedom = Text(DataFreedom),
        Licence = OneLine(Licence),
        Origin = Text(Origin) is { Length: > 0 } slug
            ? organisations.FindBySlug(slug)?.Id ?? throw new RuleViolation(nameof(Origin), "Kies een organisatie uit de lijst.")
            : null,
        OriginYear = Number(OriginYear),
        BuildHours = Number(BuildHours),
        Mailbox = OneLine(Mailbox),
        Links = Lines.Links(Links),
    };

    private const int MaxThemes = 3;

    private static string Text(string? typed) => Lines.Clean(typed);

    private static string OneLine(string? typed) => Text(typed).Replace('\n', ' ');

    private static int? Number(string? typed) =>
        int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Value<T>(string? typed, string field)
        where T : struct, Enum =>
        string.IsNullOrEmpty(typed) ? null
        : Enum.GetNames<T>().Contains(typed, StringComparer.Ordinal) ? Enum.Parse<T>(typed)
        : throw new RuleViolation(field, "Kies een antwoord uit de lijst.");
}
