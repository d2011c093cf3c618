using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Parelmuur.Web.Http;

/// <summary>Takes the sign with number zero out of what people send: nobody can type it, and PostgreSQL refuses to keep it.</summary>
internal sealed class TextBinder(IModelBinder text) : IModelBinder
{
    private const string Zero = "\0";

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await text.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is string sent && sent.Contains(Zero, StringComparison.Ordinal))
            bindingContext.Result = ModelBindingResult.Success(sent.Replace(Zero, "", StringComparison.Ordinal));
    }

    /// <summary>For every text that comes from a form or an address.</summary>
    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.IsGreedy != true
                ? new TextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
                : null;
    }
}
