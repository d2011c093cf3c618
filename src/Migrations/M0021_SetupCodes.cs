using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>The code with which the first platform manager makes an account.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220021_SetupCodes")]
internal sealed class M0021_SetupCodes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "accounts_setup_codes",
        columns: table => new
        {
            id = table.Column<Guid>(),
            hash = table.Column<string>(maxLength: 64),
        },
        constraints: table => table.PrimaryKey("PK_accounts_setup_codes", row => row.id));
}
