using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What decisions on stages rest on, and the steps that are asked for.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270039_Stages")]
internal sealed class M0039_Stages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("refused", "catalogue_stage_decisions", defaultValue: false);
        migrationBuilder.AddColumn<string>("maintenance", "catalogue_stage_decisions", nullable: true);
        migrationBuilder.AddColumn<string>("proofs", "catalogue_stage_decisions", defaultValue: "[]");
        migrationBuilder.AddColumn<DateTime>("undone", "catalogue_stage_decisions", nullable: true);

        migrationBuilder.CreateTable(
            name: "catalogue_stage_requests",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                to = table.Column<string>(maxLength: 32),
                person = table.Column<Guid>(),
                organisation = table.Column<Guid>(nullable: true),
                asked = table.Column<DateTime>(),
                note = table.Column<string>(maxLength: 1_000),
                evidence = table.Column<string>(),
                closed = table.Column<DateTime>(nullable: true),
                decision = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_stage_requests", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_stage_requests_solution_closed", "catalogue_stage_requests", ["solution", "closed"]);
        migrationBuilder.CreateIndex("IX_catalogue_stage_requests_closed", "catalogue_stage_requests", "closed");
    }
}
