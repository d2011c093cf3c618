using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Parelmuur.Kernel.Data;

/// <summary>Writes new rows into SQLite with one prepared statement a table.</summary>
/// <remarks>
/// EF makes the SQL of each row anew, because a row may leave out columns; for thousands of rows of one kind that costs
/// more than writing them. Columns that the database fills in are left to the database.
/// </remarks>
internal static class PreparedInserts
{
    /// <summary>Writes all that was added in the transaction of the connection, and forgets it afterwards.</summary>
    public static void Write(DbContext db, DbTransaction transaction)
    {
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToList();
        foreach (var table in added.GroupBy(entry => entry.Metadata))
            Write(table.Key, table, transaction);
        foreach (var entry in added)
            entry.State = EntityState.Detached;
    }

    private static void Write(IEntityType type, IEnumerable<EntityEntry> rows, DbTransaction transaction)
    {
        var columns = type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never)
            .Select(property => new Column(property)).ToList();
        using var insert = transaction.Connection!.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            $"""
            INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
            VALUES ({string.Join(", ", columns.Select((_, at) => Name(at)))})
            """;
        insert.Parameters.AddRange(columns.Select((_, at) =>
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = Name(at);
            return parameter;
        }).ToArray());
        try
        {
            foreach (var row in rows)
            {
                for (var at = 0; at < columns.Count; at++)
                    insert.Parameters[at].Value = columns[at].ValueOf(row.Entity);
                insert.ExecuteNonQuery();
            }
        }
        catch (DbException error)
        {
            throw new DbUpdateException($"A row of {type.GetTableName()} could not be written.", error);
        }
    }

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public object ValueOf(object entity)
        {
            var value = getter.GetClrValue(entity);
            return (convert is null ? value : convert(value)) ?? DBNull.Value;
        }
    }
}
