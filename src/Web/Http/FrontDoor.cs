using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Parelmuur.Web.Http;

/// <summary>Lets visitors in from the moment the site begins to start: what can be answered then is answered, the rest waits until the rooms are ready.</summary>
/// <remarks>The server of the house, around that of ASP.NET. Without it nobody listens until all rooms are filled, and visitors find a closed door.</remarks>
/// <param name="server">The server that listens.</param>
internal sealed class FrontDoor(IServer server) : IServer, IHttpApplication<object>
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
#pragma warning disable CA1859 // Its kind of context is known only when ASP.NET hands it over.
    private IHttpApplication<object>? rooms;
#pragma warning restore CA1859
    private (RequestDelegate Answer, IServiceScopeFactory Scopes)? meanwhile;

    public IFeatureCollection Features => server.Features;

    /// <summary>Begins to listen.</summary>
    /// <param name="app">Whose settings say where.</param>
    /// <param name="answer">Answers until the rooms are ready, and leaves what it cannot answer to <see cref="EnterAsync"/>.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task ListenAsync(WebApplication app, RequestDelegate answer)
    {
        meanwhile = (answer, app.Services.GetRequiredService<IServiceScopeFactory>());
        foreach (var address in app.Configuration.ListenAddresses())
            Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Add(address);
        return server.StartAsync(this, CancellationToken.None);
    }

    /// <summary>Waits until the rooms are ready, and lets them answer; whoever leaves before gets nothing.</summary>
    public async Task EnterAsync(HttpContext visitor)
    {
        await opened.Task.WaitAsync(visitor.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (rooms is not { } ready)
            return;
        // The rooms find the language in the address themselves.
        (visitor.Request.Path, visitor.Request.PathBase) = (visitor.Request.PathBase.Add(visitor.Request.Path), PathString.Empty);
        var inside = ready.CreateContext(visitor.Features);
        Exception? failed = null;
        try
        {
            await ready.ProcessRequestAsync(inside);
        }
        catch (Exception error)
        {
            failed = error;
            throw;
        }
        finally
        {
            ready.DisposeContext(inside, failed);
        }
    }

    /// <summary>The rooms are ready.</summary>
    Task IServer.StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
    {
        rooms = new Rooms<TContext>(application);
        opened.SetResult();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    object IHttpApplication<object>.CreateContext(IFeatureCollection contextFeatures) =>
        rooms?.CreateContext(contextFeatures) ?? new DefaultHttpContext(contextFeatures) { ServiceScopeFactory = meanwhile!.Value.Scopes };

    Task IHttpApplication<object>.ProcessRequestAsync(object context) =>
        context is HttpContext early ? meanwhile!.Value.Answer(early) : rooms!.ProcessRequestAsync(context);

    void IHttpApplication<object>.DisposeContext(object context, Exception? exception)
    {
        if (context is not HttpContext)
            rooms!.DisposeContext(context, exception);
    }

    // The server is told one kind of context when it begins, before ASP.NET says which that is.
    private sealed class Rooms<TContext>(IHttpApplication<TContext> application) : IHttpApplication<object>
        where TContext : notnull
    {
        public object CreateContext(IFeatureCollection contextFeatures) => application.CreateContext(contextFeatures);

        public Task ProcessRequestAsync(object context) => application.ProcessRequestAsync((TContext)context);

        public void DisposeContext(object context, Exception? exception) => application.DisposeContext((TContext)context, exception);
    }
}

/// <summary>Puts the door before the server.</summary>
internal static class FrontDoorServices
{
    public static IServiceCollection AddFrontDoor(this IServiceCollection services)
    {
        var server = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType!;
        return services
            .AddSingleton(provider => new FrontDoor((IServer)ActivatorUtilities.CreateInstance(provider, server)))
            .AddSingleton<IServer>(provider => provider.GetRequiredService<FrontDoor>());
    }
}
