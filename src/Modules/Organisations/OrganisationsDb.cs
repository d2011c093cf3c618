using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Organisations.Directory;
using Parelmuur.Organisations.JointBodies;

namespace Parelmuur.Organisations;

/// <summary>The tables of this room.</summary>
internal sealed class OrganisationsDb(DbContextOptions<OrganisationsDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<JointBodyMember> Members => Set<JointBodyMember>();
}
