using System.Data.Common;
using System.Globalization;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Ledger;

/// <summary>The last entry of the ledger, asked without the model of a room, which takes longer to make than the question takes.</summary>
public static class LastEntry
{
    /// <summary>Its number; 0 when there is none yet.</summary>
    /// <exception cref="DbException">The database does not answer, or was never made.</exception>
    public static async Task<long> NumberAsync(string connection, CancellationToken cancellation)
    {
        await using var database = Provider.Connect(connection);
        await database.OpenAsync(cancellation);
        await using var question = database.CreateCommand();
        question.CommandText = "SELECT COALESCE(MAX(sequence), 0) FROM ledger";
        return Convert.ToInt64(await question.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }
}
