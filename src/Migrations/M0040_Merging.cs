using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Solutions that became one, what moved with them, and pairs that look like one.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270040_Merging")]
internal sealed class M0040_Merging : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("merged_into", "catalogue_solutions", nullable: true);
        migrationBuilder.AddColumn<Guid>("merged_from", "catalogue_sources", nullable: true);

        migrationBuilder.CreateTable(
            name: "catalogue_merges",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                into = table.Column<Guid>(),
                reason = table.Column<string>(maxLength: 380),
                moment = table.Column<DateTime>(),
                person = table.Column<Guid>(),
                moved = table.Column<string>(),
                undone = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_merges", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_merges_solution", "catalogue_merges", "solution");
        migrationBuilder.CreateIndex("IX_catalogue_merges_into", "catalogue_merges", "into");

        migrationBuilder.CreateTable(
            name: "catalogue_merge_proposals",
            columns: table => new
            {
                one = table.Column<Guid>(),
                other = table.Column<Guid>(),
                person = table.Column<Guid>(nullable: true),
                source = table.Column<string>(maxLength: 80),
                why = table.Column<string>(maxLength: 400),
                proposed = table.Column<DateTime>(),
                state = table.Column<string>(maxLength: 32),
                decided = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_merge_proposals", row => new { row.one, row.other }));
        migrationBuilder.CreateIndex("IX_catalogue_merge_proposals_other", "catalogue_merge_proposals", "other");
        migrationBuilder.CreateIndex("IX_catalogue_merge_proposals_state_proposed", "catalogue_merge_proposals", ["state", "proposed"]);

        migrationBuilder.CreateTable(
            name: "adoption_joined_solutions",
            columns: table => new
            {
                solution = table.Column<Guid>(),
                into = table.Column<Guid>(),
            },
            constraints: table => table.PrimaryKey("PK_adoption_joined_solutions", row => row.solution));
    }
}
