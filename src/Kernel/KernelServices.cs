using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Backups;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Kernel.Watching;

namespace Parelmuur.Kernel;

/// <summary>Puts the kernel and the rooms in the house.</summary>
public static class KernelServices
{
    /// <summary>Registers what Web and Cli both need: the rooms, their texts, the ledger.</summary>
    /// <exception cref="OptionsValidationException">The setting of the virus scanner is wrong.</exception>
    public static IServiceCollection AddKernel(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Site>();
        services.AddSingleton<LedgerSignal>();
        services.AddScoped<LedgerLog>();
        services.AddSingleton<LedgerWords>();
        services.AddSingleton<MailSignal>();
        services.AddAskTogether(configuration);
        services.AddReplica(configuration);
        services.AddPlatformDb<KernelDb>(configuration);
        var scanner = VirusScanner.Place(configuration);
        services.AddSingleton(provider => new VirusScanner(scanner, provider.GetRequiredService<ILogger<VirusScanner>>()));
        services.AddSingleton(provider => new FileStore(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<VirusScanner>()));
        services.AddScoped<IDailyJob, RemoveOrphans>();
        services.AddScoped(provider => new WriteBackup(
            provider.GetRequiredService<KernelDb>(), provider.GetServices<RoomDb>().Select(room => room.Of(provider))));
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services, configuration);
        }

        return services;
    }

    /// <summary>Registers the feed that brings every change to the readers on this node. Cli does without.</summary>
    public static IServiceCollection AddLedgerFeed(this IServiceCollection services) =>
        services.AddSingleton<LedgerPulse>().AddHostedService<LedgerFeed>().AddHostedService<PostgresListener>();

    /// <summary>Registers what sends the mail that waits, and <see cref="MailSettings"/>. Cli does without.</summary>
    /// <exception cref="OptionsValidationException">The settings of mail are wrong; the messages say what to do.</exception>
    public static IServiceCollection AddMailSender(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(MailSettings.Read(configuration))
            .AddSingleton<MailCarrier>()
            .AddScoped<MailQueue>()
            .AddScoped<IMailQueue>(provider => provider.GetRequiredService<MailQueue>())
            .AddHostedService<MailSender>();

    /// <summary>Registers what listens to the numbers of this node, and what reads how the site does. Cli does without.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<UsageCounter>()
        .AddHostedService(provider => provider.GetRequiredService<UsageCounter>())
        .AddSingleton<NodeNumbers>()
        .AddScoped(provider => new ReadSiteState(
            provider.GetRequiredService<AskTogether>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<NodeNumbers>(),
            Jobs.DailyJobs.Of(provider)));

    /// <summary>Registers what runs the jobs of the rooms. Cli does without.</summary>
    public static IServiceCollection AddDailyJobs(this IServiceCollection services) => services.AddHostedService<DailyJobs>();

    /// <summary>Keeps the keys that seal cookies and links in the database, for all nodes.</summary>
    public static IServiceCollection AddSiteKeys(this IServiceCollection services)
    {
        services.AddSingleton<SiteAddress>();
        services.AddDataProtection().SetApplicationName("Parelmuur");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>(
            (keys, scopes) => keys.XmlRepository = new KeysInDatabase(scopes));
        return services;
    }

    /// <summary>Registers the fixed texts of the kernel and of these assemblies.</summary>
    public static IServiceCollection AddWords(this IServiceCollection services, params System.Reflection.Assembly[] assemblies) =>
        services.AddSingleton(new Words([typeof(Words).Assembly, .. assemblies]));

    /// <summary>Makes what the rooms want to have ready, on a thread of its own, the last room first: filling begins at the other end.</summary>
    public static Task PrepareAsync(this IServiceProvider services) => Task.Run(() =>
    {
        foreach (var preparation in services.GetServices<Preparation>().Reverse())
        {
            using var scope = services.CreateScope();
            preparation.Make(scope.ServiceProvider);
        }
    });

    /// <summary>Lets each room put in what it needs, and the samples when a folder is given.</summary>
    public static async Task SeedModulesAsync(
        this IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation = default)
    {
        foreach (var module in services.GetServices<IModule>())
        {
            await using var scope = services.CreateAsyncScope();
            await module.SeedAsync(scope.ServiceProvider, samples, cancellation);
        }
    }
}
