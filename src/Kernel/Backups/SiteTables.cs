using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Backups;

/// <summary>Gives the database of one room.</summary>
internal sealed record RoomDb(Func<IServiceProvider, PlatformDb> Of);

/// <summary>A table of the house as a back-up reads it.</summary>
/// <param name="Name">What the database calls it.</param>
/// <param name="Columns">Its columns, by name.</param>
/// <param name="Key">The columns by which its rows are told apart.</param>
internal sealed record SiteTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Key);

/// <summary>All tables of all rooms, as their models say.</summary>
internal static class SiteTables
{
    /// <summary>What happened.</summary>
    public const string Ledger = "ledger";

    /// <summary>How far the readers of the ledger have come.</summary>
    public const string Cursors = "ledger_cursors";

    /// <summary>The pieces of files, which a back-up writes as files.</summary>
    public const string Chunks = "kernel_file_chunks";

    /// <summary>The number of an entry in <see cref="Ledger"/>, and that of the transaction in which it was written, which no other database knows.</summary>
    public const string Sequence = "sequence", Transaction = "transaction";

    private static readonly Dictionary<Type, ColumnKind> Kinds = new()
    {
        [typeof(string)] = ColumnKind.Text,
        [typeof(Guid)] = ColumnKind.Id,
        [typeof(DateTime)] = ColumnKind.Moment,
        [typeof(DateOnly)] = ColumnKind.Day,
        [typeof(short)] = ColumnKind.Whole,
        [typeof(int)] = ColumnKind.Whole,
        [typeof(long)] = ColumnKind.Whole,
        [typeof(double)] = ColumnKind.Fraction,
        [typeof(float)] = ColumnKind.Fraction,
        [typeof(bool)] = ColumnKind.Truth,
        [typeof(byte[])] = ColumnKind.Bytes,
    };

    /// <summary>The tables, those on which others depend first.</summary>
    /// <exception cref="NotSupportedException">A column holds what a back-up cannot write.</exception>
    public static IReadOnlyList<SiteTable> Of(IEnumerable<PlatformDb> rooms)
    {
        var tables = rooms.SelectMany(room => room.Model.GetRelationalModel().Tables)
            .GroupBy(table => table.Name).Select(same => same.First()).ToDictionary(table => table.Name);
        var ordered = new List<ITable>();
        foreach (var table in tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal))
            Put(table);
        return [.. ordered.Select(Describe)];

        void Put(ITable table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var needed in table.ForeignKeyConstraints.Where(key => key.PrincipalTable.Name != table.Name))
                Put(tables[needed.PrincipalTable.Name]);
            ordered.Add(table);
        }
    }

    private static SiteTable Describe(ITable table) => new(
        table.Name,
        [.. table.Columns.Where(column => (table.Name, column.Name) is not (Ledger or Cursors, Transaction))
            .OrderBy(column => column.Name, StringComparer.Ordinal).Select(Describe)],
        [.. table.PrimaryKey!.Columns.Select(column => column.Name)]);

    private static BackupColumn Describe(IColumn column) => new(
        column.Name,
        Kinds.TryGetValue(column.ProviderClrType, out var kind)
            ? kind
            : throw new NotSupportedException($"{column.Table.Name}.{column.Name} is a {column.ProviderClrType.Name}."));
}
