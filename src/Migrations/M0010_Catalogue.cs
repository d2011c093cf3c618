using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Solutions with their addresses, decisions, moments, relations and sources; themes.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611210010_Catalogue")]
internal sealed class M0010_Catalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "catalogue_solutions",
            columns: table => new
            {
                id = table.Column<Guid>(),
                slug = table.Column<string>(maxLength: 90),
                title = table.Column<string>(maxLength: 80),
                sort_title = table.Column<string>(maxLength: 160),
                promise = table.Column<string>(maxLength: 160),
                problem = table.Column<string>(),
                what_we_did = table.Column<string>(),
                result = table.Column<string>(),
                for_whom = table.Column<string>(),
                kind = table.Column<string>(maxLength: 32),
                themes = table.Column<string>(),
                tasks = table.Column<string>(),
                laws = table.Column<string>(),
                effort = table.Column<string>(maxLength: 32, nullable: true),
                one_off_cost = table.Column<string>(maxLength: 32, nullable: true),
                yearly_cost = table.Column<string>(maxLength: 32, nullable: true),
                requirements = table.Column<string>(),
                scale_type = table.Column<string>(maxLength: 32, nullable: true),
                accessibility = table.Column<string>(),
                non_digital = table.Column<string>(),
                data_freedom = table.Column<string>(),
                licence = table.Column<string>(maxLength: 80),
                origin = table.Column<Guid>(nullable: true),
                origin_year = table.Column<int>(nullable: true),
                build_hours = table.Column<int>(nullable: true),
                steward = table.Column<string>(nullable: true),
                deputy = table.Column<string>(nullable: true),
                mailbox = table.Column<string>(maxLength: 254),
                links = table.Column<string>(),
                figures = table.Column<string>(),
                stage = table.Column<string>(maxLength: 32),
                status = table.Column<string>(maxLength: 32),
                shared = table.Column<DateOnly>(),
                last_confirmed = table.Column<DateOnly>(nullable: true),
                successor = table.Column<Guid>(nullable: true),
                is_sample = table.Column<bool>(),
                written_by_people = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_solutions", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_solutions_slug", "catalogue_solutions", "slug", unique: true);
        migrationBuilder.CreateIndex("IX_catalogue_solutions_sort_title", "catalogue_solutions", "sort_title");
        migrationBuilder.CreateIndex("IX_catalogue_solutions_origin", "catalogue_solutions", "origin");

        migrationBuilder.CreateTable(
            name: "catalogue_slugs",
            columns: table => new
            {
                slug = table.Column<string>(maxLength: 90),
                solution = table.Column<Guid>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_slugs", row => row.slug));
        migrationBuilder.CreateIndex("IX_catalogue_slugs_solution", "catalogue_slugs", "solution");

        migrationBuilder.CreateTable(
            name: "catalogue_stage_decisions",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                from = table.Column<string>(maxLength: 32, nullable: true),
                to = table.Column<string>(maxLength: 32),
                date = table.Column<DateOnly>(),
                body = table.Column<string>(maxLength: 160),
                reason = table.Column<string>(maxLength: 2000),
                evidence = table.Column<string>(maxLength: 2000),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_stage_decisions", row => row.id));
        migrationBuilder.CreateIndex(
            "IX_catalogue_stage_decisions_solution_date", "catalogue_stage_decisions", ["solution", "date"]);

        migrationBuilder.CreateTable(
            name: "catalogue_moments",
            columns: table => new
            {
                id = table.Column<Guid>(),
                solution = table.Column<Guid>(),
                date = table.Column<DateOnly>(),
                text = table.Column<string>(maxLength: 500),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_moments", row => row.id));
        migrationBuilder.CreateIndex("IX_catalogue_moments_solution_date", "catalogue_moments", ["solution", "date"]);

        migrationBuilder.CreateTable(
            name: "catalogue_relations",
            columns: table => new
            {
                from = table.Column<Guid>(),
                kind = table.Column<string>(maxLength: 32),
                to = table.Column<Guid>(),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_relations", row => new { row.from, row.kind, row.to }));
        migrationBuilder.CreateIndex("IX_catalogue_relations_to", "catalogue_relations", "to");

        migrationBuilder.CreateTable(
            name: "catalogue_sources",
            columns: table => new
            {
                source = table.Column<string>(maxLength: 80),
                source_id = table.Column<string>(maxLength: 300),
                solution = table.Column<Guid>(),
                organisation = table.Column<Guid>(nullable: true),
                url = table.Column<string>(maxLength: 1000),
                date = table.Column<DateOnly>(),
                fingerprint = table.Column<string>(maxLength: 64),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_sources", row => new { row.source, row.source_id }));
        migrationBuilder.CreateIndex("IX_catalogue_sources_solution", "catalogue_sources", "solution");

        migrationBuilder.CreateTable(
            name: "catalogue_themes",
            columns: table => new
            {
                slug = table.Column<string>(maxLength: 90),
                label = table.Column<string>(maxLength: 80),
                label_english = table.Column<string>(maxLength: 80),
                list = table.Column<string>(maxLength: 40),
            },
            constraints: table => table.PrimaryKey("PK_catalogue_themes", row => row.slug));
    }
}
