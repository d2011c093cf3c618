namespace Parelmuur.Catalogue.Tests.Api;

/// <summary>Shares one site with samples, without a limit to the number of requests.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    /// <summary>The address that it gives as its own.</summary>
    public const string PublicAddress = "https://parelmuur.example";

    private ParelmuurApp? site;

    public ParelmuurApp Site => site ?? throw new InvalidOperationException("The site has not started.");

    public async Task InitializeAsync() =>
        site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: true, "--Api:RequestsPerMinute=0", $"--PublicAddress={PublicAddress}", "--Api:Contact=api@parelmuur.example");

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class WithApi : ICollectionFixture<ApiSite>
{
    public const string Name = "With API";
}
