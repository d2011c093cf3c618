using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Drafts of solutions.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220020_Drafts")]
internal sealed class M0020_Drafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "catalogue_drafts",
            columns: table => new
            {
                id = table.Column<Guid>(),
                writer = table.Column<Guid>(nullable: true),
                content = table.Column<string>(),
                version = table.Column<int>(),
                last_window = table.Column<Guid>(),
                changed = table.Column<DateTime>(),
                thrown_away = table.Column<DateTime>(nullable: true),
                solution = table.Column<Guid>(nullable: true),
                shared_in = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_drafts", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_drafts_writer", "catalogue_drafts", "writer");
    }
}
