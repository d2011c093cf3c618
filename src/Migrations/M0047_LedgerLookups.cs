using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Lets who reads the ledger find an organisation, an event or a day at once, however long it is.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611270047_LedgerLookups")]
internal sealed class M0047_LedgerLookups : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_ledger_on_behalf_of_sequence", "ledger", ["on_behalf_of", "sequence"]);
        migrationBuilder.CreateIndex("IX_ledger_event_sequence", "ledger", ["event", "sequence"]);
        migrationBuilder.CreateIndex("IX_ledger_moment_sequence", "ledger", ["moment", "sequence"]);
    }
}
