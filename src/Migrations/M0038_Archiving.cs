using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Why and when a solution ended.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270038_Archiving")]
internal sealed class M0038_Archiving : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("archive_reason", "catalogue_solutions", maxLength: 380, defaultValue: "");
        migrationBuilder.AddColumn<DateOnly>("archived_on", "catalogue_solutions", nullable: true);
    }
}
