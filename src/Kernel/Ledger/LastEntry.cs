using System.Data.Common;
using System.Globalization;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Ledger;

/// <summary>The last entry of the ledger, asked without the model of a room, which takes longer to make than the question takes.</summary>
/// <param name="Number">Its number; 0 when there is none yet.</param>
/// <param name="Moment">When it was written, as the database says it: two databases that were parted may both have come to one number.</param>
public readonly record struct LastEntry(long Number, string Moment)
{
    /// <summary>Asks for it.</summary>
    /// <exception cref="DbException">The database does not answer, or was never made.</exception>
    public static async Task<LastEntry> AskAsync(string connection, CancellationToken cancellation)
    {
        await using var database = Provider.Connect(connection);
        await database.OpenAsync(cancellation);
        await using var question = database.CreateCommand();
        question.CommandText = "SELECT sequence, moment FROM ledger ORDER BY sequence DESC LIMIT 1";
        await using var row = await question.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetInt64(0), string.Create(CultureInfo.InvariantCulture, $"{row.GetValue(1):O}"))
            : new(0, "");
    }
}
