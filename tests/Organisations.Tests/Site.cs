using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Design;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Organisations.Tests;

/// <summary>The pages of this room over HTTP, on a free port and an empty database.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly HtmlParser parser = new();
    private House? house;
    private WebApplication? app;

    public IOrganisations Organisations => app!.Services.GetRequiredService<IOrganisations>();

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync();
        IModule module = new OrganisationsModule();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration[$"ConnectionStrings:{Provider.ConnectionName}"] = house.Connection;
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var words = new[] { typeof(Assets).Assembly, module.GetType().Assembly };
        builder.Services.AddLogging().AddRoutingCore().AddKernel(builder.Configuration, [module]).AddWords(words).AddDesign()
            .AddRazorPages(pages =>
            {
                pages.RootDirectory = "/";
                module.AddPages(pages.Conventions);
            })
            .ConfigureApplicationPartManager(parts =>
            {
                foreach (var assembly in words)
                {
                    parts.ApplicationParts.Add(new AssemblyPart(assembly));
                    parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
                }
            });
        // What no policy allows is refused, as in the house.
        module.AddPolicies(builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null));
        app = builder.Build();
        app.UsePathBase("/en");
        app.Use((context, next) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
                new CultureInfo(context.Request.PathBase.HasValue ? "en-GB" : "nl-NL");
            return next(context);
        });
        app.UseRouting();
        app.UseAuthorization();
        app.MapRazorPages();
        await app.Services.SeedModulesAsync(samples: null);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await house!.DisposeAsync();
    }

    /// <summary>One request that follows no redirect.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        return await client.GetAsync(new Uri(app!.Urls.Single() + path));
    }

    public async Task<IDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        response.EnsureSuccessStatusCode();
        return parser.ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
