using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Questions, answers, comments, and reports about them.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220022_Conversations")]
internal sealed class M0022_Conversations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "conversations_contributions",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                kind = table.Column<string>(maxLength: 32),
                thread = table.Column<Guid>(),
                author = table.Column<Guid>(),
                organisation = table.Column<Guid>(nullable: true),
                text = table.Column<string>(maxLength: 4000),
                posted = table.Column<DateTime>(),
                edited = table.Column<DateTime>(nullable: true),
                due = table.Column<DateOnly>(nullable: true),
                answered = table.Column<DateTime>(nullable: true),
                hidden = table.Column<DateTime>(nullable: true),
                hidden_by = table.Column<Guid>(nullable: true),
                hidden_reason = table.Column<string>(maxLength: 500),
            },
            constraints: table => table.PrimaryKey("PK_conversations_contributions", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_conversations_contributions_solution_posted", "conversations_contributions", ["solution", "posted"]);
        migrationBuilder.CreateIndex("IX_conversations_contributions_thread", "conversations_contributions", "thread");
        migrationBuilder.CreateIndex("IX_conversations_contributions_author", "conversations_contributions", "author");

        migrationBuilder.CreateTable(
            name: "conversations_asked",
            columns: table => new
            {
                question = table.Column<Guid>(),
                person = table.Column<Guid>(),
            },
            constraints: table => table.PrimaryKey("PK_conversations_asked", row => new { row.question, row.person }));
        migrationBuilder.CreateIndex("IX_conversations_asked_person", "conversations_asked", "person");

        migrationBuilder.CreateTable(
            name: "conversations_reports",
            columns: table => new
            {
                id = table.Column<Guid>(),
                contribution = table.Column<Guid>(),
                reporter = table.Column<Guid>(),
                reason = table.Column<string>(maxLength: 500),
                reported = table.Column<DateTime>(),
                decided = table.Column<DateTime>(nullable: true),
                decided_by = table.Column<Guid>(nullable: true),
                upheld = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_conversations_reports", row => row.id));
        migrationBuilder.CreateIndex("IX_conversations_reports_contribution", "conversations_reports", "contribution");
        migrationBuilder.CreateIndex("IX_conversations_reports_decided", "conversations_reports", "decided");
    }
}
