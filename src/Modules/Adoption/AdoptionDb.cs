using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption.Uses;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Adoption;

/// <summary>The tables of Adoption.</summary>
internal sealed class AdoptionDb(DbContextOptions<AdoptionDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Use> Uses => Set<Use>();

    public DbSet<JoinedSolution> Joined => Set<JoinedSolution>();
}
