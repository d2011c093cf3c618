using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What people made a little better, one sentence a day.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270035_Improvements")]
internal sealed class M0035_Improvements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "catalogue_improvements",
            columns: table => new
            {
                id = table.Column<Guid>(),
                organisation = table.Column<Guid>(),
                person = table.Column<Guid>(),
                day = table.Column<DateOnly>(),
                text = table.Column<string>(maxLength: 160),
                written = table.Column<DateTime>(),
                removed = table.Column<DateTime>(nullable: true),
                draft = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_improvements", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_catalogue_improvements_organisation_written", "catalogue_improvements", ["organisation", "written"]);
    }
}
