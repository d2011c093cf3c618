using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Recorded checks, what did not fit, and checks that wait for signing in.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270030_RecordedChecks")]
internal sealed class M0030_RecordedChecks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "catalogue_checks",
            columns: table => new
            {
                id = table.Column<Guid>(),
                organisation = table.Column<Guid>(),
                person = table.Column<Guid>(),
                on = table.Column<DateOnly>(),
                text = table.Column<string>(),
                outcome = table.Column<string>(maxLength: 32),
                solution = table.Column<Guid>(nullable: true),
                reason = table.Column<string>(maxLength: 1000),
                kept = table.Column<string>(),
                published = table.Column<DateOnly>(nullable: true),
                was_published = table.Column<bool>(),
                withdrawn = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_checks", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_checks_organisation", "catalogue_checks", "organisation");

        migrationBuilder.CreateTable(
            name: "catalogue_rejections",
            columns: table => new
            {
                check = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                organisation = table.Column<Guid>(),
                on = table.Column<DateOnly>(),
                reason = table.Column<string>(maxLength: 300),
                taken_back = table.Column<DateOnly>(nullable: true),
                set_aside = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_rejections", row => new { row.check, row.solution }));
        migrationBuilder.CreateIndex("IX_catalogue_rejections_solution", "catalogue_rejections", "solution");

        migrationBuilder.CreateTable(
            name: "catalogue_waiting_checks",
            columns: table => new
            {
                id = table.Column<Guid>(),
                content = table.Column<string>(),
                since = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_waiting_checks", row => row.id));
    }
}
