using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Parelmuur.Migrations;

/// <summary>Which municipalities take part in which joint bodies, and since when.</summary>
[DbContext(typeof(MigrationsDb))]
[Migration("202611280051_JointBodyMembers")]
internal sealed class M0051_JointBodyMembers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        const string members = "organisations_joint_body_members";
        migrationBuilder.CreateTable(
            name: members,
            columns: table => new
            {
                id = table.Column<Guid>(),
                joint_body = table.Column<Guid>(),
                municipality = table.Column<Guid>(),
                valid_from = table.Column<DateOnly>(),
                valid_until = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_organisations_joint_body_members", row => row.id));
        migrationBuilder.CreateIndex("IX_organisations_joint_body_members_joint_body", members, "joint_body");
    }
}
