using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Design.Tests;

/// <summary>The pages and assets of Design over HTTP, on a free port, with a menu of one room.</summary>
public sealed class Site : IAsyncLifetime
{
    private WebApplication? app;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging().AddRoutingCore().AddWords(typeof(Assets).Assembly).AddDesign()
            .AddSingleton(new Kernel.Modules.Site { HasSamples = true })
            .AddSingleton<IModule, Room>().AddSingleton<IHexGrid, Grid>()
            .AddRazorPages(pages =>
            {
                pages.RootDirectory = "/";
                pages.Conventions.AddDesignPages();
            })
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Add(new AssemblyPart(typeof(Assets).Assembly));
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(Assets).Assembly));
            });
        // What no policy allows is refused, as in the house: so the pages of Design must say that they are open.
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundInstead>();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        app = builder.Build();
        app.UsePathBase("/en");
        app.Use((context, next) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
                new CultureInfo(context.Request.PathBase.HasValue ? "en-GB" : "nl-NL");
            return next(context);
        });
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.UseRouting();
        app.UseAuthorization();
        app.MapDesignAssets();
        app.MapRazorPages();
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app!.Urls.Single()) };
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<IDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        return await ReadAsync(response);
    }

    /// <summary>Fills in the form of the gallery as a browser does, with its cookie and token.</summary>
    public async Task<IDocument> PostAsync(string path, Dictionary<string, string> form)
    {
        using var empty = await GetAsync(path);
        form["__RequestVerificationToken"] = (await ReadAsync(empty)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Cookie", empty.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var response = await SendAsync(request);
        return await ReadAsync(response);
    }

    private static async Task<IDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    private sealed class NotFoundInstead : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
        {
            if (result.Succeeded)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }

    private sealed class Room : IModule
    {
        public string Name => "Room";

        public IEnumerable<MenuItem> Menu => [new(20, "Ontwerp", "/ontwerp"), new(10, "De muur", "/muur")];

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }
    }
}
