using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Intentions, and who joined them.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270031_Intentions")]
internal sealed class M0031_Intentions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "catalogue_intentions",
            columns: table => new
            {
                id = table.Column<Guid>(),
                slug = table.Column<string>(maxLength: 100),
                title = table.Column<string>(maxLength: 80),
                text = table.Column<string>(maxLength: 4000),
                organisation = table.Column<Guid>(),
                person = table.Column<Guid>(nullable: true),
                contact = table.Column<string>(maxLength: 100),
                mailbox = table.Column<string>(maxLength: 200),
                start = table.Column<DateOnly>(nullable: true),
                shared = table.Column<DateOnly>(),
                confirmed = table.Column<DateOnly>(),
                state = table.Column<string>(maxLength: 32),
                ended = table.Column<DateOnly>(nullable: true),
                reason = table.Column<string>(maxLength: 500),
                pilot = table.Column<Guid>(nullable: true),
                check = table.Column<Guid>(nullable: true),
                is_sample = table.Column<bool>(),
                withdrawn = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_intentions", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_intentions_slug", "catalogue_intentions", "slug", unique: true);

        migrationBuilder.CreateTable(
            name: "catalogue_intention_joins",
            columns: table => new
            {
                intention = table.Column<Guid>(),
                organisation = table.Column<Guid>(),
                person = table.Column<Guid>(nullable: true),
                contact = table.Column<string>(maxLength: 100),
                on = table.Column<DateOnly>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_intention_joins", row => new { row.intention, row.organisation }));
    }
}
