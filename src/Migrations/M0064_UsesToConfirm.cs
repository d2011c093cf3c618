using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Finds what a municipality must confirm again without reading all that it uses.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611300064_UsesToConfirm")]
internal sealed class M0064_UsesToConfirm : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        const string uses = "adoption_uses";
        migrationBuilder.CreateIndex("IX_adoption_uses_user_confirmed_on", uses, ["user", "confirmed_on"]);
        // The new one begins with the same column.
        migrationBuilder.DropIndex("IX_adoption_uses_user", uses);
    }
}
