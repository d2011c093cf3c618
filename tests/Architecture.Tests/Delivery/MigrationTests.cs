using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Parelmuur.Migrations;

namespace Parelmuur.Architecture.Tests.Delivery;

/// <summary>A migration only adds, so that during an upgrade the nodes of the version before go on, and one can go back to it.</summary>
public sealed partial class MigrationTests
{
    public static TheoryData<string> EachMigration =>
        [.. typeof(MigrationsDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration))).Select(type => type.FullName!)];

    [Theory, MemberData(nameof(EachMigration))]
    public void Migration_OnlyAdds(string name)
    {
        foreach (var provider in (string[])["Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL"])
        {
            var migration = (Migration)Activator.CreateInstance(typeof(MigrationsDb).Assembly.GetType(name)!, nonPublic: true)!;
            migration.ActiveProvider = provider;
            Assert.All(migration.UpOperations, operation => Assert.True(Adds(operation) || IsReplaced(operation, migration), $"{operation.GetType().Name} takes something away from the version before."));
        }
    }

    // A column that the version before does not know must fill itself.
    private static bool Adds(MigrationOperation operation) => operation switch
    {
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null,
        SqlOperation sql => !TakesAway().IsMatch(sql.Sql),
        CreateTableOperation or CreateIndexOperation or InsertDataOperation => true,
        _ => false,
    };

    // With another index in its place the version before answers the same.
    private static bool IsReplaced(MigrationOperation operation, Migration migration) => operation is DropIndexOperation index
        && migration.UpOperations.OfType<CreateIndexOperation>().Any(created => created.Table == index.Table);

    [GeneratedRegex(@"\b(?:DROP|RENAME)\s+(?:TABLE|COLUMN|CONSTRAINT|TO)\b|\bSET\s+NOT\s+NULL\b|\bDELETE\s+FROM\b", RegexOptions.IgnoreCase)]
    private static partial Regex TakesAway();
}
