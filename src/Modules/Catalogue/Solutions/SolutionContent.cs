using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Everything a writer, an import or a sample can say about a solution. Empty means: not known.</summary>
internal sealed record SolutionContent
{
    public required string Title { get; init; }

    /// <summary>One sentence: what it does for whom.</summary>
    public string Promise { get; init; } = "";

    public string Problem { get; init; } = "";

    public string WhatWeDid { get; init; } = "";

    /// <summary>With a number, and how it was measured.</summary>
    public string Result { get; init; } = "";

    public string ForWhom { get; init; } = "";

    public SolutionKind Kind { get; init; }

    /// <summary>One to three labels of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> Tasks { get; init; } = [];

    public IReadOnlyList<string> Laws { get; init; } = [];

    public Effort? Effort { get; init; }

    public CostBand? OneOffCost { get; init; }

    public CostBand? YearlyCost { get; init; }

    public string Requirements { get; init; } = "";

    public ScaleType? ScaleType { get; init; }

    public string Accessibility { get; init; } = "";

    /// <summary>How somebody without computer takes part.</summary>
    public string NonDigital { get; init; } = "";

    /// <summary>Whether the data can be taken out and used.</summary>
    public string DataFreedom { get; init; } = "";

    /// <summary>SPDX expression where one fits.</summary>
    public string Licence { get; init; } = "";

    public OrganisationId? Origin { get; init; }

    public int? OriginYear { get; init; }

    /// <summary>Hours it took to make it once, as declared by the maker.</summary>
    public int? BuildHours { get; init; }

    public Contact? Steward { get; init; }

    public Contact? Deputy { get; init; }

    /// <summary>A role mailbox, never a personal address.</summary>
    public string Mailbox { get; init; } = "";

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The files; null leaves them as they are, because only their own page says something about them.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Attachment>? Attachments { get; init; }
}

/// <summary>A named person who answers for a solution.</summary>
internal sealed record Contact(string Name, string Role, OrganisationId? Organisation);

/// <summary>A page elsewhere.</summary>
internal sealed record Link(string Title, string Url);

/// <summary>A headline result: "61%" – "neemt op. Bij een brief reageert 12%".</summary>
internal sealed record Figure(string Value, string Label);

/// <summary>How long it takes one municipality to take it over.</summary>
internal enum Effort
{
    Days,
    Weeks,
    Months,
    Year,
}

/// <summary>What it costs one adopter, in euros.</summary>
internal enum CostBand
{
    None,
    UpTo5k,
    UpTo25k,
    UpTo100k,
    Above100k,
}

/// <summary>How it grows: more of it (Out), for everyone at once by rule (Up), inside one place (In), in how people think (Deep).</summary>
internal enum ScaleType
{
    In,
    Out,
    Up,
    Deep,
}
