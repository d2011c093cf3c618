using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>The daily jobs, and when people were last asked to look at their solutions.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220017_Jobs")]
internal sealed class M0017_Jobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("unconfirmed_since", "catalogue_solutions", nullable: true);
        migrationBuilder.CreateTable(
            name: "kernel_jobs",
            columns: table => new
            {
                name = table.Column<string>(maxLength: 80),
                due = table.Column<DateTime>(),
                leased_by = table.Column<string>(maxLength: 80),
                leased_until = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_kernel_jobs", row => row.name));

        migrationBuilder.CreateTable(
            name: "catalogue_nudges",
            columns: table => new
            {
                person = table.Column<Guid>(),
                sent = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_nudges", row => row.person));
    }
}
