using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Parelmuur.Web.Http;

/// <summary>Describes only the properties of pages that a request may fill in.</summary>
/// <remarks>MVC would describe all of them at each start, of every page, and keep that: some three thousand, of which a hundred are filled in.</remarks>
/// <param name="all">Describes what it is asked to.</param>
internal sealed class OnlyBoundProperties(IPageApplicationModelPartsProvider all) : IPageApplicationModelPartsProvider
{
    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => all.CreateHandlerModel(method);

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => all.CreateParameterModel(parameter);

    // [BindProperty], [FromQuery] and their like say from where. MVC leaves out a property that is not described.
    public PagePropertyModel CreatePropertyModel(PropertyInfo property) =>
        property.IsDefined(typeof(IBindingSourceMetadata), inherit: true) ? all.CreatePropertyModel(property) : null!;

    public bool IsHandler(MethodInfo methodInfo) => all.IsHandler(methodInfo);
}

/// <summary>Puts it around what MVC has.</summary>
internal static class OnlyBoundPropertiesServices
{
    public static IServiceCollection AddOnlyBoundProperties(this IServiceCollection services)
    {
        var all = services.Last(service => service.ServiceType == typeof(IPageApplicationModelPartsProvider)).ImplementationType!;
        return services.AddSingleton<IPageApplicationModelPartsProvider>(provider =>
            new OnlyBoundProperties((IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, all)));
    }
}
