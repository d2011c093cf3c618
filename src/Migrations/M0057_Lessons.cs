using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What organisations learned from step plans, in groups of five.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280057_Lessons")]
internal sealed class M0057_Lessons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "joining_learned_values",
            columns: table => new
            {
                solution = table.Column<Guid>(),
                step = table.Column<Guid>(),
                figure = table.Column<string>(maxLength: 32),
                organisation = table.Column<Guid>(),
                @class = table.Column<string>(maxLength: 32, nullable: true),
                group = table.Column<int>(),
                value = table.Column<int>(),
                obstacle = table.Column<string>(maxLength: 32, nullable: true),
                helped = table.Column<string>(maxLength: 1000),
            },
            constraints: table => table.PrimaryKey("PK_joining_learned_values", row => new { row.solution, row.step, row.figure, row.organisation }));

        migrationBuilder.CreateTable(
            name: "joining_lessons",
            columns: table => new
            {
                solution = table.Column<Guid>(),
                lessons = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_joining_lessons", row => row.solution));
    }
}
