using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Migrations;

/// <summary>The ledger, which the database itself keeps append-only, and the positions of its readers.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611210001_Ledger")]
internal sealed class M0001_Ledger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ledger",
            columns: table => new
            {
                sequence = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                transaction = table.Column<long>(defaultValueSql: Provider.TransactionNumberSql(ActiveProvider)),
                moment = table.Column<DateTime>(),
                actor = table.Column<string>(maxLength: 120),
                on_behalf_of = table.Column<Guid>(nullable: true),
                @event = table.Column<string>(name: "event", maxLength: 80),
                subject = table.Column<string>(maxLength: 40),
                subject_id = table.Column<Guid>(),
                change = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_ledger", row => row.sequence));
        migrationBuilder.CreateIndex("IX_ledger_transaction_sequence", "ledger", ["transaction", "sequence"]);
        migrationBuilder.CreateIndex("IX_ledger_subject_id_sequence", "ledger", ["subject_id", "sequence"]);

        migrationBuilder.CreateTable(
            name: "ledger_cursors",
            columns: table => new
            {
                reader = table.Column<string>(maxLength: 80),
                transaction = table.Column<long>(),
                sequence = table.Column<long>(),
                leased_by = table.Column<string>(maxLength: 80),
                leased_until = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_ledger_cursors", row => row.reader));

        foreach (var sql in LedgerTriggers.For(ActiveProvider))
            migrationBuilder.Sql(sql);
    }
}
