using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Suggestions that an organisation does not want to see again.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280058_Suggestions")]
internal sealed class M0058_Suggestions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "joining_dismissed_suggestions",
        columns: table => new
        {
            organisation = table.Column<Guid>(),
            solution = table.Column<Guid>(),
            reason = table.Column<string>(maxLength: 300),
            dismissed_on = table.Column<DateOnly>(),
        },
        constraints: table => table.PrimaryKey("PK_joining_dismissed_suggestions", row => new { row.organisation, row.solution }));
}
