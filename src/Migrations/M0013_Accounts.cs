using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>People, their memberships and sessions; the person in the ledger; the keys of the site.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220013_Accounts")]
internal sealed class M0013_Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("person", "ledger", nullable: true);
        migrationBuilder.CreateIndex("IX_ledger_person_sequence", "ledger", ["person", "sequence"]);

        migrationBuilder.CreateTable(
            name: "kernel_keys",
            columns: table => new
            {
                id = table.Column<Guid>(),
                name = table.Column<string>(maxLength: 120),
                xml = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_kernel_keys", row => row.id));

        migrationBuilder.CreateTable(
            name: "accounts_people",
            columns: table => new
            {
                id = table.Column<Guid>(),
                full_name = table.Column<string>(maxLength: 120),
                language = table.Column<string>(maxLength: 2),
                rhythm = table.Column<string>(maxLength: 32),
                platform_roles = table.Column<string>(maxLength: 32),
                joined = table.Column<DateTime>(),
                closed = table.Column<DateTime>(nullable: true),
                is_sample = table.Column<bool>(),
                user_name = table.Column<string>(maxLength: 254, nullable: true),
                normalized_user_name = table.Column<string>(maxLength: 254, nullable: true),
                email = table.Column<string>(maxLength: 254, nullable: true),
                normalized_email = table.Column<string>(maxLength: 254, nullable: true),
                email_confirmed = table.Column<bool>(),
                password_hash = table.Column<string>(nullable: true),
                security_stamp = table.Column<string>(maxLength: 40, nullable: true),
                concurrency_stamp = table.Column<string>(maxLength: 40, nullable: true),
                two_factor_enabled = table.Column<bool>(),
                lockout_end = table.Column<DateTime>(nullable: true),
                lockout_enabled = table.Column<bool>(),
                access_failed_count = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_people", row => row.id));
        migrationBuilder.CreateIndex("IX_accounts_people_normalized_email", "accounts_people", "normalized_email", unique: true);
        migrationBuilder.CreateIndex(
            "IX_accounts_people_normalized_user_name", "accounts_people", "normalized_user_name", unique: true);

        migrationBuilder.CreateTable(
            name: "accounts_tokens",
            columns: table => new
            {
                user_id = table.Column<Guid>(),
                login_provider = table.Column<string>(maxLength: 80),
                name = table.Column<string>(maxLength: 80),
                value = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_accounts_tokens", row => new { row.user_id, row.login_provider, row.name }));

        migrationBuilder.CreateTable(
            name: "accounts_passkeys",
            columns: table => new
            {
                credential_id = table.Column<byte[]>(maxLength: 1024),
                user_id = table.Column<Guid>(),
                data = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_passkeys", row => row.credential_id));
        migrationBuilder.CreateIndex("IX_accounts_passkeys_user_id", "accounts_passkeys", "user_id");

        migrationBuilder.CreateTable(
            name: "accounts_memberships",
            columns: table => new
            {
                id = table.Column<Guid>(),
                person = table.Column<Guid>(),
                organisation = table.Column<Guid>(),
                role = table.Column<string>(maxLength: 32),
                state = table.Column<string>(maxLength: 32),
                requested = table.Column<DateTime>(),
                decided = table.Column<DateTime>(nullable: true),
                decided_by = table.Column<Guid>(nullable: true),
                ended = table.Column<DateTime>(nullable: true),
                reason = table.Column<string>(maxLength: 500),
            },
            constraints: table => table.PrimaryKey("PK_accounts_memberships", row => row.id));
        migrationBuilder.CreateIndex("IX_accounts_memberships_person_state", "accounts_memberships", ["person", "state"]);
        migrationBuilder.CreateIndex("IX_accounts_memberships_organisation_state", "accounts_memberships", ["organisation", "state"]);

        migrationBuilder.CreateTable(
            name: "accounts_email_domains",
            columns: table => new
            {
                domain = table.Column<string>(maxLength: 253),
                organisation = table.Column<Guid>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_email_domains", row => row.domain));
        migrationBuilder.CreateIndex("IX_accounts_email_domains_organisation", "accounts_email_domains", "organisation");

        migrationBuilder.CreateTable(
            name: "accounts_sessions",
            columns: table => new
            {
                id = table.Column<Guid>(),
                key = table.Column<string>(maxLength: 64),
                person = table.Column<Guid>(),
                organisation = table.Column<Guid>(nullable: true),
                second_factor = table.Column<bool>(),
                started = table.Column<DateTime>(),
                last_seen = table.Column<DateTime>(),
                ends = table.Column<DateTime>(),
                device = table.Column<string>(maxLength: 80),
            },
            constraints: table => table.PrimaryKey("PK_accounts_sessions", row => row.id));
        migrationBuilder.CreateIndex("IX_accounts_sessions_key", "accounts_sessions", "key", unique: true);
        migrationBuilder.CreateIndex("IX_accounts_sessions_person", "accounts_sessions", "person");
        migrationBuilder.CreateIndex("IX_accounts_sessions_ends", "accounts_sessions", "ends");
    }
}
