using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.Data;

/// <summary>What the database itself does for the ledger: refuse changes, and tell other nodes of new entries.</summary>
public static class LedgerTriggers
{
    /// <summary>The statements that make the triggers, for the database at hand.</summary>
    /// <param name="activeProvider">As a migration gives it.</param>
    public static IReadOnlyList<string> For(string? activeProvider) =>
        activeProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? Postgres : Sqlite;

    private static readonly string[] Sqlite =
    [
        "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'The ledger is append-only'); END",
        "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'The ledger is append-only'); END",
    ];

    private static readonly string[] Postgres =
    [
        """
        CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The ledger is append-only'; END $$
        """,
        "CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger EXECUTE FUNCTION ledger_refuse()",
        $"""
        CREATE FUNCTION ledger_tell() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_notify('{PostgresListener.Channel}', ''); RETURN NULL; END $$
        """,
        "CREATE TRIGGER ledger_tell AFTER INSERT ON ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_tell()",
    ];
}
