using System.Reflection;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Web.Http;

/// <summary>Makes the tag helpers of pages.</summary>
/// <remarks>As the framework's own does, which also asks the services for initializers of each. There are none here, and a page has dozens of tag helpers.</remarks>
internal sealed class TagHelperMaker : ITagHelperFactory
{
    public TTagHelper CreateTagHelper<TTagHelper>(ViewContext context)
        where TTagHelper : ITagHelper
    {
        var made = Kind<TTagHelper>.Make(context.HttpContext.RequestServices, null);
        Kind<TTagHelper>.SetContext?.Invoke(made, context);
        return made;
    }

    private static class Kind<TTagHelper>
        where TTagHelper : ITagHelper
    {
        public static readonly ObjectFactory<TTagHelper> Make = ActivatorUtilities.CreateFactory<TTagHelper>([]);

        public static readonly Action<TTagHelper, ViewContext>? SetContext = typeof(TTagHelper).GetProperties()
            .SingleOrDefault(property => property.IsDefined(typeof(ViewContextAttribute)))?.SetMethod?.CreateDelegate<Action<TTagHelper, ViewContext>>();
    }
}
