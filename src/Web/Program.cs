using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Parelmuur;
using Parelmuur.Design;
using Parelmuur.Kernel;
using Parelmuur.Migrations;
using Parelmuur.Web.Http;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddStartSettings();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);

var modules = InstalledModules.All;
builder.Services
    .AddKernel(builder.Configuration, modules)
    .AddWords([typeof(Assets).Assembly, .. modules.Select(module => module.GetType().Assembly)])
    .AddDesign()
    .AddPublicCache()
    .AddLedgerFeed()
    .AddRefusals(modules)
    .AddResponseCompression(compression => compression.EnableForHttps = true)
    .Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
    .AddRazorPages(pages =>
    {
        pages.RootDirectory = "/";
        pages.Conventions.AddDesignPages();
        foreach (var module in modules)
            module.AddPages(pages.Conventions);
    });

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("nl-NL");
try
{
    await MigrationsDb.UpdateAsync(builder.Configuration.PlatformConnection());
    await using var app = builder.Build();
    await app.Services.SeedModulesAsync(builder.Configuration.SampleFolder());

    app.UseLanguage();
    app.UseSecurityHeaders();
    app.UseErrorPages();
    app.UseRouting();
    app.UseOutputCache();
    app.UseResponseCompression();
    app.UseAuthorization();

    app.MapDesignAssets();
    app.MapRazorPages();
    foreach (var module in modules)
        module.MapEndpoints(app);
    await app.StartAsync();
    Console.WriteLine($"Parelmuur staat klaar op {string.Join(" en ", app.Urls)}");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (StartSettings.Explain(error, builder.Configuration) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return 1;
}
