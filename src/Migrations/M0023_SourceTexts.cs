using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What an entry of an outside source says of its solution in words of its own.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220023_SourceTexts")]
internal sealed class M0023_SourceTexts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("text", "catalogue_sources", maxLength: 3_000, defaultValue: "");
}
