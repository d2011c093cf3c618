using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Signing in with identity providers: who is who there, and which sessions began there.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280060_Providers")]
internal sealed class M0060_Providers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "accounts_provider_links",
            columns: table => new
            {
                id = table.Column<Guid>(),
                provider = table.Column<string>(maxLength: 40),
                subject = table.Column<string>(maxLength: 255),
                person = table.Column<Guid>(),
                since = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_provider_links", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_accounts_provider_links_provider_subject", "accounts_provider_links", ["provider", "subject"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_accounts_provider_links_person_provider", "accounts_provider_links", ["person", "provider"], unique: true);

        migrationBuilder.CreateTable(
            name: "accounts_used_logouts",
            columns: table => new
            {
                id = table.Column<string>(maxLength: 64),
                used = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_used_logouts", row => row.id));
        migrationBuilder.CreateIndex("IX_accounts_used_logouts_used", "accounts_used_logouts", "used");

        migrationBuilder.AddColumn<string>("provider", "accounts_sessions", maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<string>("provider_session", "accounts_sessions", maxLength: 64, nullable: true);
        migrationBuilder.CreateIndex(
            "IX_accounts_sessions_provider_provider_session", "accounts_sessions", ["provider", "provider_session"]);
    }
}
