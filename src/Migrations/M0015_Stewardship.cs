using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Stewards with an account, the versions of a solution, and proposals to hand one over.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220015_Stewardship")]
internal sealed class M0015_Stewardship : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("steward_person", "catalogue_solutions", nullable: true);
        migrationBuilder.AddColumn<Guid>("deputy_person", "catalogue_solutions", nullable: true);
        migrationBuilder.AddColumn<int>("version", "catalogue_solutions", defaultValue: 1);
        migrationBuilder.CreateIndex("IX_catalogue_solutions_steward_person", "catalogue_solutions", "steward_person");
        migrationBuilder.CreateIndex("IX_catalogue_solutions_deputy_person", "catalogue_solutions", "deputy_person");

        migrationBuilder.CreateTable(
            name: "catalogue_versions",
            columns: table => new
            {
                solution = table.Column<Guid>(),
                number = table.Column<int>(),
                moment = table.Column<DateTime>(nullable: true),
                person = table.Column<Guid>(nullable: true),
                organisation = table.Column<Guid>(nullable: true),
                fields = table.Column<string>(),
                content = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_versions", row => new { row.solution, row.number }));

        migrationBuilder.CreateTable(
            name: "catalogue_handovers",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                role = table.Column<string>(maxLength: 32),
                person = table.Column<Guid>(),
                organisation = table.Column<Guid>(nullable: true),
                proposed_by = table.Column<Guid>(),
                proposed = table.Column<DateTime>(),
                state = table.Column<string>(maxLength: 32),
                decided = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_handovers", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_handovers_person_state", "catalogue_handovers", ["person", "state"]);
        migrationBuilder.CreateIndex("IX_catalogue_handovers_solution_state", "catalogue_handovers", ["solution", "state"]);
    }
}
