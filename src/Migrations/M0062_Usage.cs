using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>How often pages are asked for, per day and kind.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280062_Usage")]
internal sealed class M0062_Usage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "kernel_usage",
        columns: table => new
        {
            day = table.Column<DateOnly>(),
            route = table.Column<string>(maxLength: 200),
            asked = table.Column<long>(),
        },
        constraints: table => table.PrimaryKey("PK_kernel_usage", row => new { row.day, row.route }));
}
