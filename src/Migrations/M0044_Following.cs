using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>What people follow, and what they were told.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270044_Following")]
internal sealed class M0044_Following : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "conversations_follows",
            columns: table => new
            {
                id = table.Column<Guid>(),
                person = table.Column<Guid>(),
                kind = table.Column<string>(maxLength: 20),
                key = table.Column<string>(maxLength: 200),
                since = table.Column<DateTime>(),
                automatic = table.Column<bool>(),
                ended = table.Column<DateTime>(nullable: true),
                moved_from = table.Column<string>(maxLength: 200, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_conversations_follows", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_conversations_follows_person_kind_key", "conversations_follows", ["person", "kind", "key"], unique: true);
        migrationBuilder.CreateIndex("IX_conversations_follows_kind_key", "conversations_follows", ["kind", "key"]);

        migrationBuilder.CreateTable(
            name: "conversations_notifications",
            columns: table => new
            {
                id = table.Column<Guid>(),
                person = table.Column<Guid>(),
                entry = table.Column<long>(),
                kind = table.Column<string>(maxLength: 20),
                key = table.Column<string>(maxLength: 200),
                contribution = table.Column<Guid>(nullable: true),
                made = table.Column<DateTime>(),
                read = table.Column<DateTime>(nullable: true),
                mailed = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_conversations_notifications", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_conversations_notifications_person_entry", "conversations_notifications", ["person", "entry"], unique: true);
        migrationBuilder.CreateIndex("IX_conversations_notifications_entry", "conversations_notifications", "entry");
        migrationBuilder.CreateIndex("IX_conversations_notifications_mailed_made", "conversations_notifications", ["mailed", "made"]);
    }
}
