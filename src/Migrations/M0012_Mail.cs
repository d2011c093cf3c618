using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>The mail that waits to be sent.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611210012_Mail")]
internal sealed class M0012_Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "kernel_mails",
            columns: table => new
            {
                id = table.Column<Guid>(),
                to = table.Column<string>(maxLength: 254),
                name = table.Column<string>(maxLength: 120),
                subject = table.Column<string>(maxLength: 200),
                text = table.Column<string>(),
                unsubscribe = table.Column<string>(maxLength: 1000, nullable: true),
                queued = table.Column<DateTime>(),
                attempts = table.Column<int>(),
                next_attempt = table.Column<DateTime>(nullable: true),
                sent = table.Column<DateTime>(nullable: true),
                failed_reason = table.Column<string>(maxLength: 500, nullable: true),
                leased_by = table.Column<string>(maxLength: 80),
                leased_until = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_kernel_mails", row => row.id));
        migrationBuilder.CreateIndex("IX_kernel_mails_next_attempt", "kernel_mails", "next_attempt");
    }
}
