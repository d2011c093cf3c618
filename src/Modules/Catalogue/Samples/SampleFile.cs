using System.Text.Json;
using System.Text.Json.Serialization;
using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Samples;

/// <summary>One fictional solution as it stands in <c>samples/solutions-*.json</c>. The README there explains the fields.</summary>
internal sealed record SampleSolution
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Promise { get; init; }

    public string Problem { get; init; } = "";

    public string WhatWeDid { get; init; } = "";

    public string Result { get; init; } = "";

    public string ForWhom { get; init; } = "";

    public SolutionKind Kind { get; init; }

    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> Tasks { get; init; } = [];

    public IReadOnlyList<string> Laws { get; init; } = [];

    public Effort? Effort { get; init; }

    public CostBand? OneOffCost { get; init; }

    public CostBand? YearlyCost { get; init; }

    public string Requirements { get; init; } = "";

    public ScaleType? ScaleType { get; init; }

    public string Accessibility { get; init; } = "";

    public string NonDigital { get; init; } = "";

    public string DataFreedom { get; init; } = "";

    public string Licence { get; init; } = "";

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public string? Origin { get; init; }

    public int? OriginYear { get; init; }

    public int? BuildHours { get; init; }

    public SamplePerson? Steward { get; init; }

    public SamplePerson? Deputy { get; init; }

    public string Mailbox { get; init; } = "";

    public Stage Stage { get; init; }

    public SolutionStatus Status { get; init; } = SolutionStatus.Published;

    public DateOnly Shared { get; init; }

    public DateOnly? LastConfirmed { get; init; }

    public IReadOnlyList<SampleDecision> Decisions { get; init; } = [];

    public IReadOnlyList<SampleMoment> History { get; init; } = [];

    public IReadOnlyList<SampleRelation> Relations { get; init; } = [];

    public string? Successor { get; init; }

    public SampleSpread? Spread { get; init; }

    /// <summary>Who saw it, when it is a tip.</summary>
    public SampleTip? Tip { get; init; }

    /// <summary>Reads the files of a folder, in the order of their names.</summary>
    /// <exception cref="JsonException">A file does not have the shape its README describes.</exception>
    public static async Task<IReadOnlyList<SampleSolution>> ReadAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        var solutions = new List<SampleSolution>();
        foreach (var file in folder.GetFiles("solutions-*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            await using var stream = file.OpenRead();
            solutions.AddRange(await JsonSerializer.DeserializeAsync<SampleSolution[]>(stream, Options, cancellation) ?? []);
        }

        return solutions;
    }

    /// <summary>How the sample files are written.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };
}

internal sealed record SamplePerson(string Name, string Role, string? Municipality);

internal sealed record SampleDecision(Stage To, DateOnly Date, string Body, string Reason = "", string Evidence = "");

internal sealed record SampleMoment(DateOnly Date, string Text);

internal sealed record SampleRelation(RelationKind Kind, string Slug);

/// <summary>How many municipalities use it, around which one.</summary>
/// <param name="Users">How many use it.</param>
/// <param name="Confirmed">How many of them said so themselves.</param>
/// <param name="Trials">How many more mean to use it.</param>
/// <param name="Interested">How many are interested.</param>
/// <param name="Centre">The code of the municipality in the middle; else who made it.</param>
/// <param name="Via">The joint body, as in its address, that uses it for those who take part.</param>
internal sealed record SampleSpread(int Users, int Confirmed, int Trials = 0, int Interested = 0, string? Centre = null, string? Via = null);

/// <summary>Who gave a tip.</summary>
/// <param name="Tipper">The name of a sample person.</param>
/// <param name="Municipality">The code of the municipality for which that person works.</param>
/// <param name="Place">Where it was seen.</param>
internal sealed record SampleTip(string Tipper, string Municipality, string Place);
