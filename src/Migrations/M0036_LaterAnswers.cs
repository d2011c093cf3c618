using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What stewards said to the questions about empty parts.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270036_LaterAnswers")]
internal sealed class M0036_LaterAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "catalogue_later_answers",
            columns: table => new
            {
                solution = table.Column<Guid>(),
                part = table.Column<string>(maxLength: 40),
                person = table.Column<Guid>(),
                outcome = table.Column<string>(maxLength: 32),
                moment = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_later_answers", row => new { row.solution, row.part }));
}
