using Microsoft.EntityFrameworkCore;
using Parelmuur.Joining.Lessons;
using Parelmuur.Joining.Own;
using Parelmuur.Joining.Plans;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Joining;

/// <summary>The tables of Joining.</summary>
internal sealed class JoiningDb(DbContextOptions<JoiningDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<DismissedSuggestion> Dismissed => Set<DismissedSuggestion>();

    /// <summary>The versions of step plans.</summary>
    public DbSet<StepPlan> StepPlans => Set<StepPlan>();

    /// <summary>The roll-outs of organisations.</summary>
    public DbSet<Rollout> Rollouts => Set<Rollout>();

    /// <summary>What organisations told about steps, in groups.</summary>
    public DbSet<LearnedValue> LearnedValues => Set<LearnedValue>();

    /// <summary>What is learned from step plans, ready to read.</summary>
    public DbSet<PlanLessons> Lessons => Set<PlanLessons>();

    /// <summary>The addresses from which calendars read steps.</summary>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
}
