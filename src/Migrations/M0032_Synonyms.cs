using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Pairs of words that editors say mean the same.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270032_Synonyms")]
internal sealed class M0032_Synonyms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "catalogue_synonyms",
        columns: table => new
        {
            id = table.Column<Guid>(),
            from = table.Column<string>(maxLength: 100),
            to = table.Column<string>(maxLength: 100),
            is_broader = table.Column<bool>(),
            on = table.Column<DateOnly>(),
            removed = table.Column<DateOnly>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_catalogue_synonyms", row => row.id));
}
