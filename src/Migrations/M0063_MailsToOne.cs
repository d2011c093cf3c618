using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Counts at once how many mails somebody got in the last hour.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280063_MailsToOne")]
internal sealed class M0063_MailsToOne : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("IX_kernel_mails_to_queued", "kernel_mails", ["to", "queued"]);
}
