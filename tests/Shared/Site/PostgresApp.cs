namespace Parelmuur.Tests;

/// <summary>A site on PostgreSQL with the samples, for the tests of one class. Nothing starts where PostgreSQL is not installed.</summary>
public sealed class PostgresApp : IAsyncLifetime
{
    private ParelmuurApp? site;

    /// <summary>The site.</summary>
    public ParelmuurApp Site => site ?? throw new InvalidOperationException("PostgreSQL is not installed.");

    /// <inheritdoc/>
    public async Task InitializeAsync() =>
        site = PostgresCluster.Binaries is null ? null : await ParelmuurApp.StartAsync(DatabaseKind.Postgres);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
    }
}
