using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Searches that found nothing, counted without the person.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220014_MissedSearches")]
internal sealed class M0014_MissedSearches : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "catalogue_missed_searches",
        columns: table => new
        {
            text = table.Column<string>(maxLength: 80),
            times = table.Column<int>(),
            last_on = table.Column<DateOnly>(),
        },
        constraints: table => table.PrimaryKey("PK_catalogue_missed_searches", row => row.text));
}
