using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Tries to sign in or up, counted for all nodes together.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280061_Attempts")]
internal sealed class M0061_Attempts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "accounts_attempts",
            columns: table => new
            {
                key = table.Column<string>(maxLength: 64),
                minute = table.Column<long>(),
                tries = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_attempts", row => row.key));
        migrationBuilder.CreateIndex("IX_accounts_attempts_minute", "accounts_attempts", "minute");
    }
}
