using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Lessons;

/// <summary>What organisations learned from the step plan of a solution, ready to read. Everything in it comes from groups of five.</summary>
internal sealed class PlanLessons
{
    public SolutionId Solution { get; init; }

    public IReadOnlyList<Lesson> Lessons { get; set; } = [];

    /// <summary>What was learned of the plan as a whole, by everyone.</summary>
    public Lesson? Whole => Of(Guid.Empty);

    /// <summary>The size classes of which something is known.</summary>
    public IEnumerable<SizeClass> Classes => Lessons.Select(each => each.Class).OfType<SizeClass>().Distinct().Order();

    /// <summary>What was learned of a step; null when too few told something.</summary>
    /// <param name="step">The step; <see cref="Guid.Empty"/> for the plan as a whole.</param>
    /// <param name="size">By organisations of this size; null for everyone.</param>
    public Lesson? Of(Guid step, SizeClass? size = null) => Lessons.FirstOrDefault(each => each.Step == step && each.Class == size);

    /// <summary>Makes the lessons of what was told.</summary>
    public static IReadOnlyList<Lesson> From(IReadOnlyCollection<LearnedValue> values) =>
    [
        .. values.GroupBy(each => each.Step).SelectMany(step => step.Select(each => each.Class).OfType<SizeClass>().Distinct().Order()
            .Select(size => LessonOf(step.Key, size, [.. step.Where(each => each.Class == size)]))
            .Prepend(LessonOf(step.Key, null, [.. step]))),
    ];

    private static Lesson LessonOf(Guid step, SizeClass? size, IReadOnlyCollection<LearnedValue> values)
    {
        var told = values.Where(each => each.Figure == Figure.Obstacle).ToList();
        // One municipality alone is never told about: an obstacle needs two of a group.
        var obstacles = told.Where(each => each.Obstacle is not null).GroupBy(each => (each.Group, Obstacle: each.Obstacle!.Value))
            .Where(same => same.Count() > 1).GroupBy(same => same.Key.Obstacle)
            .OrderByDescending(same => same.Sum(each => each.Count())).ThenBy(same => same.Key).Select(same => same.Key);
        var helped = told.Select(each => each.Helped).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal).Take(Lesson.MostHelped);
        return new(step, size, Quartiles.Of(values, Figure.Hours), Quartiles.Of(values, Figure.Days), [.. obstacles], [.. helped]);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PlanLessons>
    {
        public void Configure(EntityTypeBuilder<PlanLessons> lessons)
        {
            lessons.ToTable("joining_lessons");
            lessons.HasKey(each => each.Solution);
            lessons.Property(each => each.Lessons).AsJson();
            lessons.Ignore(each => each.Whole).Ignore(each => each.Classes);
        }
    }
}

/// <summary>What was learned of a step.</summary>
/// <param name="Step">The step; <see cref="Guid.Empty"/> for the plan as a whole.</param>
/// <param name="Class">By organisations of this size; null for everyone.</param>
/// <param name="Hours">Working hours.</param>
/// <param name="Days">Days from begin to end.</param>
/// <param name="Obstacles">What got in the way, the most common first.</param>
/// <param name="Helped">What helped, in words of those who did it.</param>
internal sealed record Lesson(
    Guid Step, SizeClass? Class, Quartiles? Hours, Quartiles? Days, IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<string> Helped)
{
    public const int MostHelped = 5;
}

/// <summary>The middle of some numbers, and between which the middle half lies.</summary>
/// <param name="Count">How many there are: a multiple of five.</param>
/// <param name="Low">The first quartile, rounded.</param>
/// <param name="Median">The median, rounded.</param>
/// <param name="High">The third quartile, rounded.</param>
internal sealed record Quartiles(int Count, int Low, int Median, int High)
{
    /// <summary>The quartiles of a figure; null when nobody told it.</summary>
    public static Quartiles? Of(IEnumerable<LearnedValue> values, Figure figure) =>
        Of([.. values.Where(each => each.Figure == figure).Select(each => each.Value).Order()]);

    /// <summary>The quartiles of sorted numbers; null when there are none.</summary>
    /// <remarks>Quantiles are those of Hyndman and Fan (1996), type 7: with five numbers the second, third and fourth.</remarks>
    public static Quartiles? Of(IReadOnlyList<int> sorted) => sorted.Count == 0
        ? null : new(sorted.Count, Rounded(Quantile(sorted, 0.25)), Rounded(Quantile(sorted, 0.5)), Rounded(Quantile(sorted, 0.75)));

    private static double Quantile(IReadOnlyList<int> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    // Rounded, so that no number of one municipality stands there as it wrote it.
    private static int Rounded(double value)
    {
        var step = value < 20 ? 2 : value < 100 ? 5 : 10;
        return (int)Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
    }
}
