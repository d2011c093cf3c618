using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>The organisations that are no municipality.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611210002_Organisations")]
internal sealed class M0002_Organisations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "organisations",
            columns: table => new
            {
                id = table.Column<Guid>(),
                kind = table.Column<string>(maxLength: 32),
                name = table.Column<string>(maxLength: 200),
                sort_key = table.Column<string>(maxLength: 600),
                name_key = table.Column<string>(maxLength: 600),
                slug = table.Column<string>(maxLength: 90),
            },
            constraints: table => table.PrimaryKey("PK_organisations", row => row.id));
        migrationBuilder.CreateIndex("IX_organisations_name_key", "organisations", "name_key", unique: true);
        migrationBuilder.CreateIndex("IX_organisations_slug", "organisations", "slug", unique: true);
    }
}
