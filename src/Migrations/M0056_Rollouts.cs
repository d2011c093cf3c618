using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Roll-outs of step plans, how far each of their steps is, and from where calendars read them.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280056_Rollouts")]
internal sealed class M0056_Rollouts : Migration
{
    private const string Rollouts = "joining_rollouts", Steps = "joining_rollout_steps", Calendars = "joining_calendar_feeds";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: Rollouts,
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                version = table.Column<int>(),
                organisation = table.Column<Guid>(),
                attempt = table.Column<int>(),
                started = table.Column<DateOnly>(),
                person = table.Column<Guid>(nullable: true),
                finished = table.Column<DateOnly>(nullable: true),
                stopped = table.Column<DateOnly>(nullable: true),
                revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_joining_rollouts", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_joining_rollouts_organisation_solution_attempt", Rollouts, ["organisation", "solution", "attempt"], unique: true);
        migrationBuilder.CreateIndex("IX_joining_rollouts_solution", Rollouts, "solution");

        migrationBuilder.CreateTable(
            name: Steps,
            columns: table => new
            {
                rollout = table.Column<Guid>(),
                step = table.Column<Guid>(),
                planned = table.Column<string>(),
                number = table.Column<int>(),
                state = table.Column<string>(maxLength: 32),
                assigned = table.Column<Guid>(nullable: true),
                due = table.Column<DateOnly>(nullable: true),
                hours = table.Column<int>(nullable: true),
                began = table.Column<DateOnly>(nullable: true),
                ended = table.Column<DateOnly>(nullable: true),
                obstacle = table.Column<string>(maxLength: 32, nullable: true),
                obstacle_text = table.Column<string>(maxLength: 1000),
                helped = table.Column<string>(maxLength: 1000),
                reason = table.Column<string>(maxLength: 300),
                files = table.Column<string>(),
                revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_joining_rollout_steps", row => new { row.rollout, row.step });
                table.ForeignKey("FK_joining_rollout_steps_joining_rollouts_rollout", row => row.rollout, Rollouts, "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_joining_rollout_steps_assigned", Steps, "assigned");

        migrationBuilder.CreateTable(
            name: Calendars,
            columns: table => new
            {
                person = table.Column<Guid>(),
                organisation = table.Column<Guid>(),
                code = table.Column<string>(maxLength: 43),
            },
            constraints: table => table.PrimaryKey("PK_joining_calendar_feeds", row => new { row.person, row.organisation }));
        migrationBuilder.CreateIndex("IX_joining_calendar_feeds_code", Calendars, "code", unique: true);
    }
}
