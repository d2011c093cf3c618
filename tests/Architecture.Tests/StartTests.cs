using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Architecture.Tests;

public sealed class StartTests
{
    [Theory, OnEachDatabase]
    public async Task Start_WithSamples_SaysSoOnThePage(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);

        Assert.True(site.Services.GetRequiredService<Site>().HasSamples);
        Assert.NotNull((await site.PageAsync("/gemeenten")).QuerySelector("h1"));
    }

    [Theory, OnEachDatabase]
    public async Task Start_WithoutSamples_IsEmpty(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false);

        Assert.False(site.Services.GetRequiredService<Site>().HasSamples);
        Assert.NotNull((await site.PageAsync("/gemeenten")).QuerySelector("h1"));
    }
}
