using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>A part of a solution as text: to compare two of them, and to choose between them.</summary>
/// <param name="Name">The name of the property, as the ledger knows it.</param>
/// <param name="Label">What people call it: a key of <c>Words</c>.</param>
/// <param name="Get">The part in a form.</param>
/// <param name="Set">Puts another text in its place.</param>
internal sealed record Part(string Name, string Label, Func<EditForm, string?> Get, Action<EditForm, string> Set)
{
    /// <summary>How the text is said, when the form holds a name of ours.</summary>
    public Func<string, string>? Say { get; init; }

    /// <summary>The text as it is compared: without what the way over the web adds.</summary>
    public string Of(EditForm form) => Lines.Clean(Get(form));

    /// <summary>The text as people read it.</summary>
    public string Said(EditForm form, Words words) => Of(form) is { Length: > 0 } text && Say is not null ? words[Say(text)] : Of(form);
}

/// <summary>Every part that a person can write, in the order of the form.</summary>
internal static class Parts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Part> All { get; } =
    [
        new("Title", "Titel", form => form.Title, (form, text) => form.Title = text),
        new("Promise", "Belofte", form => form.Promise, (form, text) => form.Promise = text),
        new("Problem", "Het probleem", form => form.Problem, (form, text) => form.Problem = text),
        new("WhatWeDid", "Wat je doet", form => form.WhatWeDid, (form, text) => form.WhatWeDid = text),
        new("Result", "Wat het oplevert", form => form.Result, (form, text) => form.Result = text),
        new("Figures", "Getallen die opvallen", form => form.Figures, (form, text) => form.Figures = text),
        new("ForWhom", "Voor wie is het?", form => form.ForWhom, (form, text) => form.ForWhom = text),
        new("Kind", "Soort", form => form.Kind, (form, text) => form.Kind = text) { Say = Name<SolutionKind>(kind => kind.Text()) },
        new("Themes", "Thema’s", form => string.Join('\n', form.Themes), (form, text) => form.Themes = [.. Lines.Texts(text)]),
        new("Tasks", "Taken", form => form.Tasks, (form, text) => form.Tasks = text),
        new("Laws", "Wetten", form => form.Laws, (form, text) => form.Laws = text),
        new("Effort", "Hoeveel werk is het?", form => form.Effort, (form, text) => form.Effort = text) { Say = Name<Effort>(effort => effort.Text()) },
        new("OneOffCost", "Kosten om te beginnen", form => form.OneOffCost, (form, text) => form.OneOffCost = text) { Say = Name<CostBand>(cost => cost.Text()) },
        new("YearlyCost", "Kosten per jaar", form => form.YearlyCost, (form, text) => form.YearlyCost = text) { Say = Name<CostBand>(cost => cost.Text()) },
        new("Requirements", "Wat heb je nodig?", form => form.Requirements, (form, text) => form.Requirements = text),
        new("ScaleType", "Zo groeit het", form => form.ScaleType, (form, text) => form.ScaleType = text) { Say = Name<ScaleType>(scale => scale.Text()) },
        new("Accessibility", "Kan iedereen meedoen?", form => form.Accessibility, (form, text) => form.Accessibility = text),
        new("NonDigital", "Zonder computer", form => form.NonDigital, (form, text) => form.NonDigital = text),
        new("DataFreedom", "Kun je de gegevens meenemen?", form => form.DataFreedom, (form, text) => form.DataFreedom = text),
        new("Licence", "Licentie", form => form.Licence, (form, text) => form.Licence = text),
        new("Origin", "Gemaakt door", form => form.Origin, (form, text) => form.Origin = text),
        new("OriginYear", "Sinds welk jaar?", form => form.OriginYear, (form, text) => form.OriginYear = text),
        new("BuildHours", "Uren om het te maken", form => form.BuildHours, (form, text) => form.BuildHours = text),
        new("Mailbox", "E-mailadres van het team", form => form.Mailbox, (form, text) => form.Mailbox = text),
        new("Links", "Meer lezen", form => form.Links, (form, text) => form.Links = text),
    ];

    /// <summary>What people call a part; other changes, such as a new steward, have their own words.</summary>
    public static string Label(string name) => All.FirstOrDefault(part => part.Name == name)?.Label ?? name switch
    {
        "Steward" => "Beheerder",
        "Deputy" => "Vervanger",
        "Attachments" => "Bijlagen",
        _ => "Iets anders",
    };

    private static Func<string, string> Name<T>(Func<T, string> say)
        where T : struct, Enum => text => Enum.TryParse<T>(text, out var value) ? say(value) : text;
}
