using System.Globalization;
using Parelmuur.Joining.Plans;

namespace Parelmuur.Joining.Lessons;

/// <summary>What is known per size class, as a table.</summary>
internal sealed record LessonsBySize(StepPlan Plan, PlanLessons Lessons)
{
    /// <summary>A line per step and class of which something is known; the plan as a whole comes first and has no title.</summary>
    public IEnumerable<(string? Title, Lesson Lesson)> Rows => Plan.Steps
        .Select(step => (Title: (string?)step.Title, step.Id)).Prepend((null, Guid.Empty))
        .SelectMany(step => Lessons.Classes.Select(size => Lessons.Of(step.Id, size)).OfType<Lesson>()
            .Where(lesson => lesson.Hours is not null || lesson.Days is not null).Select(lesson => (step.Title, lesson)));

    /// <summary>A middle with its half in a cell: "12 (8–16)".</summary>
    public static string Text(Quartiles? told) =>
        told is null ? "" : string.Create(CultureInfo.CurrentCulture, $"{told.Median} ({told.Low}–{told.High})");
}
