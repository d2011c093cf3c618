using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What an organisation itself decides about its uses.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280050_UseDecisions")]
internal sealed class M0050_UseDecisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        const string uses = "adoption_uses";
        migrationBuilder.AddColumn<string>("claimed_as", uses, maxLength: 32, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("ended_on", uses, nullable: true);
        migrationBuilder.AddColumn<string>("end_reason", uses, maxLength: 300, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("rejected_on", uses, nullable: true);
        migrationBuilder.AddColumn<string>("reject_reason", uses, maxLength: 300, nullable: true);
        migrationBuilder.AddColumn<string>("rejected_sources", uses, defaultValue: "");
        migrationBuilder.AddColumn<bool>("hidden", uses, defaultValue: false);
        migrationBuilder.AddColumn<string>("version", uses, maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<string>("changed", uses, maxLength: 2000, nullable: true);
        migrationBuilder.AddColumn<string>("again", uses, maxLength: 32, nullable: true);
        migrationBuilder.AddColumn<string>("contact", uses, maxLength: 120, nullable: true);
        migrationBuilder.AddColumn<int>("revision", uses, defaultValue: 0);
        migrationBuilder.AddColumn<Guid>("batch", uses, nullable: true);
        migrationBuilder.AddColumn<string>("before", uses, nullable: true);

        migrationBuilder.Sql(
            """
            UPDATE adoption_uses SET claimed_as = CASE claimed_by WHEN 'een medewerker van de gebruiker zelf' THEN 'OwnPeople' ELSE 'Import' END
            WHERE claimed_by IS NOT NULL
            """);
    }
}
