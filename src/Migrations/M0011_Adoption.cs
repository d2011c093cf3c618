using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Who uses what.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611210011_Adoption")]
internal sealed class M0011_Adoption : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "adoption_uses",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                user = table.Column<Guid>(),
                state = table.Column<string>(maxLength: 32),
                since = table.Column<DateOnly>(nullable: true),
                confirmed_on = table.Column<DateOnly>(nullable: true),
                claimed_by = table.Column<string>(maxLength: 120, nullable: true),
                claimed_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_adoption_uses", row => row.id));
        migrationBuilder.CreateIndex("IX_adoption_uses_solution_user", "adoption_uses", ["solution", "user"], unique: true);
        migrationBuilder.CreateIndex("IX_adoption_uses_user", "adoption_uses", "user");
    }
}
