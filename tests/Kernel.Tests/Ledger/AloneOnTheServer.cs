namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>Tests that look at which transactions are open, and so may not run beside others.</summary>
/// <remarks>PostgreSQL numbers the transactions of all databases of a server together.</remarks>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneOnTheServer
{
    public const string Name = "Alone on the server";
}
