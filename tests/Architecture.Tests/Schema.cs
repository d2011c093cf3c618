using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Parelmuur.Architecture.Tests;

/// <summary>Describes a database as it really is, one line per column, key, reference and index.</summary>
internal static class Schema
{
    // What a column holds when nothing is given is left out: the model leaves that to the migration.
    private const string OfSqlite =
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE '' END
            || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END
        FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
        UNION ALL
        SELECT t.name || ' index ' || i.name || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END || ' ' || coalesce(i.partial, '')
            || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
        FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin <> 'pk'
        UNION ALL
        SELECT t.name || ' ' || f."from" || ' refers to ' || f."table" || '.' || coalesce(f."to", '') || ' ' || f.on_delete
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """;

    private const string OfPostgres =
        """
        SELECT c.table_name || '.' || c.column_name || ' ' || c.data_type || coalesce('(' || c.character_maximum_length || ')', '')
            || coalesce('(' || CASE c.data_type WHEN 'numeric' THEN c.numeric_precision || ',' || c.numeric_scale END || ')', '')
            || CASE c.is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
        FROM information_schema.columns c WHERE c.table_schema = 'public'
        UNION ALL
        SELECT tablename || ' index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT conrelid::regclass || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    /// <summary>The lines of the whole database, without the tables in which EF keeps its own notes.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(DatabaseKind kind, string connectionString)
    {
        await using var connection = await OpenAsync(kind, connectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = kind == DatabaseKind.Postgres ? OfPostgres : OfSqlite;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            var line = reader.GetString(0);
            if (!line.Contains("__EFMigrations", StringComparison.Ordinal) && !line.StartsWith("sqlite_", StringComparison.Ordinal))
                lines.Add(line);
        }

        return lines;
    }

    /// <summary>Changes a database past the migrations.</summary>
    public static async Task RunAsync(DatabaseKind kind, string connectionString, string sql)
    {
        await using var connection = await OpenAsync(kind, connectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<DbConnection> OpenAsync(DatabaseKind kind, string connectionString)
    {
        DbConnection connection = kind == DatabaseKind.Postgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
