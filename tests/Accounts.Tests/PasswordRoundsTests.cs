using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Parelmuur.Accounts.Tests;

/// <summary>What the other tests leave out, because they would take a third longer.</summary>
public sealed class PasswordRoundsTests
{
    [Fact]
    public void Hash_OfARealSite_HasTheRoundsThatOwaspAsks()
    {
        var services = new ServiceCollection();
        using var settings = new ConfigurationManager { ["ConnectionStrings:Parelmuur"] = "Data Source=:memory:" };
        new AccountsModule().AddServices(services, settings);

        using var site = services.BuildServiceProvider();

        Assert.Equal(210_000, site.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount);
    }
}
