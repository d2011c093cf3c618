using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>The versions of step plans.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280055_StepPlans")]
internal sealed class M0055_StepPlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "joining_step_plans",
        columns: table => new
        {
            solution = table.Column<Guid>(),
            number = table.Column<int>(),
            steps = table.Column<string>(),
            note = table.Column<string>(maxLength: 200),
            written = table.Column<DateTime>(),
            person = table.Column<Guid>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_joining_step_plans", row => new { row.solution, row.number }));
}
