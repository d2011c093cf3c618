using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Since when a solution looks for a steward.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220016_StewardWanted")]
internal sealed class M0016_StewardWanted : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("wanted_since", "catalogue_solutions", nullable: true);
        migrationBuilder.CreateIndex("IX_catalogue_solutions_wanted_since", "catalogue_solutions", "wanted_since");
    }
}
