using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Files in chunks, and which of them are attached to a solution.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611220041_Files")]
internal sealed class M0041_Files : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "kernel_files",
            columns: table => new
            {
                id = table.Column<Guid>(),
                owner = table.Column<Guid>(),
                name = table.Column<string>(maxLength: 120),
                type = table.Column<string>(maxLength: 120),
                size = table.Column<long>(),
                hash = table.Column<string>(maxLength: 64),
                width = table.Column<int>(nullable: true),
                height = table.Column<int>(nullable: true),
                stored = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_kernel_files", row => row.id));
        migrationBuilder.CreateIndex("IX_kernel_files_owner", "kernel_files", "owner");

        migrationBuilder.CreateTable(
            name: "kernel_file_chunks",
            columns: table => new
            {
                file = table.Column<Guid>(),
                number = table.Column<int>(),
                content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_kernel_file_chunks", row => new { row.file, row.number }));

        migrationBuilder.AddColumn<string>("attachments", "catalogue_solutions", defaultValue: "[]");
    }
}
