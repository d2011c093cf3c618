using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Data;

/// <summary>A copy of the database on PostgreSQL that answers who only reads, as long as it has all that this node knows.</summary>
/// <remarks>
/// Each time a connection opens it is decided anew. So a page that was begun before a change, and stored after it, cannot come from a copy
/// that has not got that change: <see cref="ReplicaWatch"/> calls it behind before the pages that are kept are thrown away.
/// Whoever saves goes to the database itself, from then on in that request.
/// </remarks>
/// <param name="primary">How to reach the database itself.</param>
/// <param name="replica">How to reach the copy.</param>
public sealed class Replica(string primary, string replica) : DbConnectionInterceptor
{
    /// <summary>A streaming replica of PostgreSQL, "Host=…", that may answer who only reads and is not signed in.</summary>
    [Setting("ConnectionStrings:ParelmuurReplica", Otherwise = "none")]
    public const string ConnectionName = "ParelmuurReplica";

    private static readonly AsyncLocal<Reading?> Here = new();

    private volatile bool keepsUp;

    /// <summary>Whether it answers and has all that this node knows.</summary>
    public bool KeepsUp
    {
        get => keepsUp;
        internal set => keepsUp = value;
    }

    /// <summary>How to reach it.</summary>
    internal string Connection => replica;

    /// <summary>From here on, what is asked may be asked of the copy.</summary>
    public static void MayAnswer() => Here.Value = new();

    /// <summary>From here on everything is asked of the database itself, because something is being changed.</summary>
    internal static void MayNotAnswer()
    {
        if (Here.Value is { } reading)
            reading.Ended = true;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (result.IsSuppressed)
            return result;
        if (KeepsUp && Here.Value is { Ended: false })
        {
            try
            {
                connection.ConnectionString = replica;
                await connection.OpenAsync(cancellationToken);
                return InterceptionResult.Suppress();
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException)
            {
                KeepsUp = false;
            }
        }

        // A context comes from a pool, and may have asked the copy before.
        connection.ConnectionString = primary;
        return result;
    }

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (!result.IsSuppressed)
            connection.ConnectionString = primary;
        return result;
    }

    private sealed class Reading
    {
        public bool Ended { get; set; }
    }
}
