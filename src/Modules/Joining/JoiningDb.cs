using Microsoft.EntityFrameworkCore;
using Parelmuur.Joining.Own;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Joining;

/// <summary>The tables of Joining.</summary>
internal sealed class JoiningDb(DbContextOptions<JoiningDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<DismissedSuggestion> Dismissed => Set<DismissedSuggestion>();

    /// <summary>The versions of step plans.</summary>
    public DbSet<StepPlan> StepPlans => Set<StepPlan>();
}
