using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using Parelmuur.Design;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Text;
using Parelmuur.Kernel.Watching;
using Parelmuur.Migrations;
using Parelmuur.Web.Api;
using Parelmuur.Web.Health;
using Parelmuur.Web.Http;

namespace Parelmuur.Web;

/// <summary>Puts the house together: first what it needs, then the way of a request, in the order in which it goes.</summary>
/// <remarks>Program starts it, and so do the tests.</remarks>
internal static class Startup
{
    /// <summary>Opens the door, brings the database up to date, lets the rooms fill it, and starts to serve.</summary>
    public static async Task<WebApplication> StartAsync(WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("nl-NL");
        builder.Configuration.AddStartSettings();
        AddServices(builder);

        // Two processors start sooner than one.
        var connection = builder.Configuration.PlatformConnection();
        var updating = Task.Run(async () =>
        {
            await DatabaseStart.WaitAsync(connection);
            await MigrationsDb.UpdateAsync(connection);
        });
        var app = builder.Build();
        try
        {
            var door = app.Services.GetRequiredService<FrontDoor>();
            await door.ListenAsync(app, Meanwhile(app, door));
            var preparing = app.Services.PrepareAsync();
            UseRequests(app);
            await updating;
            await app.Services.SeedModulesAsync(builder.Configuration.SampleFolder());
            var rendering = Task.Run(() => FirstPage.RenderAsync(app));
            await app.StartAsync();
            await Task.WhenAll(preparing, rendering);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);

        builder.AddTelemetry();
        var modules = InstalledModules.All;
        builder.Services
            .AddFrontDoor()
            .AddKernel(builder.Configuration, modules)
            .AddWords([typeof(Words).Assembly, typeof(Assets).Assembly, .. modules.Select(module => module.GetType().Assembly)])
            .AddDesign()
            .AddHealth()
            .AddPublicCache()
            .AddSingleton<IHttpResponseStreamWriterFactory, InOnePiece>()
            .AddSingleton<ITagHelperFactory, TagHelperMaker>()
            .AddLedgerFeed()
            .AddMailSender(builder.Configuration)
            .AddDailyJobs()
            .AddWatching()
            .AddSiteKeys()
            .AddFormTokens()
            .AddRefusals(modules)
            .AddApi(builder.Configuration)
            .AddResponseCompression(compression => compression.EnableForHttps = true)
            .Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .AddRazorPages(pages =>
            {
                pages.RootDirectory = "/";
                pages.Conventions.AddDesignPages();
                foreach (var module in modules)
                    module.AddPages(pages.Conventions);
            })
            .AddMvcOptions(pages =>
            {
                pages.ModelBinderProviders.Insert(0, new TextBinder.Provider());
                pages.Filters.Add<OnlyWhatIsHandled>();
            })
            .Services.AddOnlyBoundProperties();
    }

    // What happens to who comes before the rooms are ready.
    private static RequestDelegate Meanwhile(WebApplication app, FrontDoor door)
    {
        var early = new ApplicationBuilder(app.Services);
        early.UseKnownProxies();
        early.UsePublicAddress();
        early.UseLanguage();
        early.UseSecurityHeaders();
        early.UseHealthOfStart();
        early.UsePagesOfBefore();
        early.Run(door.EnterAsync);
        return early.Build();
    }

    private static void UseRequests(WebApplication app)
    {
        // It listens from the moment it is made.
        app.Services.GetRequiredService<NodeNumbers>();
        app.UseKnownProxies();
        app.UsePublicAddress();
        app.UseLanguage();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseApiProblems();
        app.UseAwayBanner();
        app.UseRouting();
        app.UseRefusalLog();
        app.UseCors();
        app.UsePublicPages();
        app.UseRequestLimits();
        app.UseFormBodies();
        app.UseSafeCookies();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseReplica();
        app.UsePublicCache();
        app.UseResponseCompression();
        app.UseAuthorization();

        app.MapHealth();
        app.MapSecurityText();
        app.MapDesignAssets();
        app.MapRazorPages();
        foreach (var module in InstalledModules.All)
            module.MapEndpoints(app);
        app.MapApiDocument();
    }
}
