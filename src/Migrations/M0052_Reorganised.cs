using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Where uses and memberships came from in a reorganisation of municipalities.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280052_Reorganised")]
internal sealed class M0052_Reorganised : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("origin", "adoption_uses", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("origin_on", "adoption_uses", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("moved_on", "adoption_uses", nullable: true);
        migrationBuilder.AddColumn<Guid>("origin", "accounts_memberships", nullable: true);
    }
}
