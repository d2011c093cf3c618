using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Modules;

/// <summary>The plug of one room: everything the house must know to put the room in.</summary>
/// <remarks>
/// Web calls all members at start; Cli calls only <see cref="AddServices"/> and <see cref="SeedAsync"/>.
/// A member that a room does not need keeps its empty default.
/// </remarks>
public interface IModule
{
    /// <summary>The room's name in English, as in its namespace: "Catalogue".</summary>
    string Name { get; }

    /// <summary>What the room offers in the main menu, if anything.</summary>
    IEnumerable<MenuItem> Menu => [];

    /// <summary>Registers the room's door, database and background readers.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Says for every action of the room who may do it.</summary>
    /// <remarks>What no policy allows is refused: the house falls back to "nobody".</remarks>
    void AddPolicies(AuthorizationBuilder policies) { }

    /// <summary>Puts each page folder of the room behind one of its policies.</summary>
    void AddPages(PageConventionCollection pages) { }

    /// <summary>Maps the room's part of <c>/api/v1</c> and its other endpoints.</summary>
    void MapEndpoints(IEndpointRouteBuilder routes) { }

    /// <summary>Puts in what the room needs before it can work, and the samples when <paramref name="samples"/> is given.</summary>
    /// <param name="services">A scope of its own.</param>
    /// <param name="samples">The folder with the fictional samples, or null when the site starts empty.</param>
    /// <param name="cancellation">Stops between two writes; what was written stays.</param>
    /// <remarks>Runs at every start, in module order, after the migrations; it must be safe to run again.</remarks>
    Task SeedAsync(IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>One entry of the main menu.</summary>
/// <param name="Order">Low numbers come first.</param>
/// <param name="Text">The Dutch text, which is also the key of its translation.</param>
/// <param name="Path">Where it goes, from the root of the site: "/muur".</param>
public sealed record MenuItem(int Order, string Text, string Path);
