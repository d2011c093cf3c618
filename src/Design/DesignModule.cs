using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Parelmuur.Design;

/// <summary>Puts the look in the house: its assets, its layout and its own pages.</summary>
public static class DesignModule
{
    /// <summary>Registers the assets, and lets letters such as ë and ŷ stand in the HTML as they are.</summary>
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.TryAddSingleton<Assets>();
        services.AddSingleton<PostLimit>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<MvcOptions>(SayInDutchWhatDoesNotFit);
        return services;
    }

    // Only who sends a form without the page gets to see these.
    private static void SayInDutchWhatDoesNotFit(MvcOptions options)
    {
        const string Message = "Dit antwoord past hier niet. Kies of typ het opnieuw.";
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Message);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Message);
        messages.SetUnknownValueIsInvalidAccessor(_ => Message);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Message);
        messages.SetValueIsInvalidAccessor(_ => Message);
        messages.SetValueMustNotBeNullAccessor(_ => Message);
        messages.SetMissingBindRequiredValueAccessor(_ => Message);
        messages.SetValueMustBeANumberAccessor(_ => Message);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Message);
    }

    /// <summary>Opens the pages of Design (help, privacy, errors, the gallery) to everyone.</summary>
    public static PageConventionCollection AddDesignPages(this PageConventionCollection pages)
    {
        pages.AddFolderApplicationModelConvention("/", page =>
        {
            if (page.HandlerType.Assembly == typeof(DesignModule).Assembly)
                page.EndpointMetadata.Add(new AllowAnonymousAttribute());
        });
        return pages;
    }

    /// <summary>Serves the assets under <see cref="Assets.Folder"/>.</summary>
    public static void MapDesignAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Assets.Folder + "{name}", ["GET", "HEAD"], AssetEndpoint.Get)
            .AllowAnonymous().WithMetadata(new ExcludeFromDescriptionAttribute());
}
