using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Organisations.Directory;

namespace Parelmuur.Organisations;

/// <summary>The table of this room.</summary>
internal sealed class OrganisationsDb(DbContextOptions<OrganisationsDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
}
