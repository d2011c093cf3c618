using System.Globalization;
using Parelmuur.Adoption;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Uses;

/// <summary>Answers about many uses in one screen.</summary>
internal sealed class AnswerForm
{
    /// <summary>The name of these answers, so that the same form sent twice is one, and can be undone.</summary>
    public Guid Batch { get; set; } = Guid.NewGuid();

    public List<AnswerRow> Rows { get; set; } = [];

    public static AnswerForm Of(IEnumerable<OwnUse> uses) => new()
    {
        Rows = [.. uses.Select(use => new AnswerRow { Solution = use.Solution.Value, Seen = use.Seen })],
    };
}

/// <summary>The answer about one use. Without one it stays as it is: later.</summary>
internal sealed class AnswerRow
{
    public Guid Solution { get; set; }

    /// <summary>As the person saw the use.</summary>
    public int Seen { get; set; }

    /// <summary>A name of <see cref="UseAnswer"/>; empty for later.</summary>
    public string? Answer { get; set; }

    /// <summary>When it ended: "2026-11-28".</summary>
    public string? On { get; set; }

    public string? Reason { get; set; }

    /// <summary>The decision; null when there is none yet.</summary>
    /// <param name="all">What is answered where nothing was chosen.</param>
    public UseDecision? ToDecision(UseAnswer? all) => (Enum.TryParse<UseAnswer>(Answer, out var answer) ? answer : all) is { } given
        ? new(new(Solution), given, Day(On), Reason, Seen: Seen) : null;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string? Value(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>For whom somebody answers, and as whom.</summary>
internal sealed record Answerer(OrganisationId Organisation, Actor Actor);
