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
            Assert.All(migration.UpOperations, operation => Assert.True(Adds(operation), $"{operation.GetType().Name} takes something away from the version before."));
        }
    }

    // A column that the version before does not know must fill itself.
    private static bool Adds(MigrationOperation operation) => operation switch
    {
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null,
        SqlOperation sql => !TakesAway().IsMatch(sql.Sql),
        // Without an index that is not needed any more the version before answers the same.
        CreateTableOperation or CreateIndexOperation or DropIndexOperation or InsertDataOperation => true,
        _ => false,
    };

    [GeneratedRegex(@"\b(?:DROP|RENAME)\s+(?:TABLE|COLUMN|CONSTRAINT|TO)\b|\bSET\s+NOT\s+NULL\b|\bDELETE\s+FROM\b", RegexOptions.IgnoreCase)]
    private static partial Regex TakesAway();
}
