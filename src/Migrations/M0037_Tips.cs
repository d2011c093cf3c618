using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What people saw elsewhere, and moments that name a person.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270037_Tips")]
internal sealed class M0037_Tips : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("person", "catalogue_moments", nullable: true);
        migrationBuilder.CreateTable(
            name: "catalogue_tips",
            columns: table => new
            {
                solution = table.Column<Guid>(),
                municipality = table.Column<Guid>(),
                tipper = table.Column<Guid>(),
                tipper_organisation = table.Column<Guid>(nullable: true),
                place = table.Column<string>(maxLength: 300),
                given = table.Column<DateTime>(),
                asked = table.Column<DateTime>(nullable: true),
                reminded = table.Column<DateTime>(nullable: true),
                state = table.Column<string>(maxLength: 32),
                answered_by = table.Column<Guid>(nullable: true),
                answered = table.Column<DateTime>(nullable: true),
                reason = table.Column<string>(maxLength: 500),
                shared_as = table.Column<Guid>(nullable: true),
                version = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_tips", row => row.solution));
        migrationBuilder.CreateIndex("IX_catalogue_tips_municipality_state", "catalogue_tips", ["municipality", "state"]);
        migrationBuilder.CreateIndex("IX_catalogue_tips_tipper", "catalogue_tips", "tipper");
        migrationBuilder.CreateIndex("IX_catalogue_tips_state", "catalogue_tips", "state");
    }
}
