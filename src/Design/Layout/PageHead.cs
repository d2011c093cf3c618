using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>What the layout works out from the page: title, addresses and menu.</summary>
/// <remarks>
/// A page sets <c>ViewData["Title"]</c> and, when it can, <c>ViewData["Description"]</c>;
/// <c>ViewData["Canonical"]</c> is the query that belongs to its permanent address, such as "?pagina=2".
/// </remarks>
public sealed class PageHead(ViewContext view, Words words, IEnumerable<IModule> modules)
{
    /// <summary>The key in the view data that keeps a page out of search engines.</summary>
    public const string Hidden = "Hidden";

    /// <summary>The key in the view data of the Atom feed that tells the same, with "~/" for the root: "~/muur/atom.xml".</summary>
    public const string FeedKey = "Feed";

    private const string English = "/en";
    private readonly HttpRequest request = view.HttpContext.Request;
    private readonly PathString path = AskedPath(view.HttpContext);

    /// <summary>The title of the tab: "Fout: Deel een pareltje – Parelmuur".</summary>
    public string Title => $"{Prefix}{view.ViewData["Title"] as string ?? words["Oplossingen van gemeenten"]} – Parelmuur";

    /// <summary>The sentence that a search engine shows.</summary>
    public string Description => view.ViewData["Description"] as string
        ?? words["Parelmuur: gemeenten delen, vinden en gebruiken elkaars oplossingen."];

    /// <summary>The Atom feed that tells the same, if there is one.</summary>
    public string? Feed => view.ViewData[FeedKey] as string;

    /// <summary>The language of the page.</summary>
    public static string Language => Words.IsEnglish ? "en" : "nl";

    /// <summary>The menu of all rooms, in order.</summary>
    public IEnumerable<MenuItem> Menu { get; } =
        modules.SelectMany(module => module.Menu).OrderBy(item => item.Order).ToList();

    /// <summary>Whether the house has a room where people sign in.</summary>
    public bool CanSignIn { get; } = modules.Any(module => module.Name == "Accounts");

    /// <summary>Who is signed in, if anybody.</summary>
    public static CurrentPerson? Person(ViewContext view) => CurrentPerson.Of(view.HttpContext.User);

    /// <summary>What was saved just now; told once.</summary>
    /// <remarks>Looking without need would set a cookie, and a page with a cookie is kept for nobody else.</remarks>
    public static string? Saved(ViewContext view) =>
        view.HttpContext.Request.Cookies.ContainsKey(FormPage.SavedCookie) ? view.TempData[FormPage.SavedKey] as string : null;

    /// <summary>Where one post undoes what was saved, if it can be undone.</summary>
    public static string? Undo(ViewContext view) => view.TempData[FormPage.UndoKey] as string;

    /// <summary>What <c>aria-current</c> says for this menu item: this page, its section, or nothing.</summary>
    public string? Current(MenuItem item) =>
        path.Equals(item.Path, StringComparison.OrdinalIgnoreCase) ? "page"
        : item.Path != "/" && IsUnder(item.Path) ? "true" : null;

    /// <summary>What stands in the search box: the question, on the page that answers it.</summary>
    public string Question => IsUnder("/zoeken") ? request.Query["q"].ToString() : "";

    /// <summary>Whether search engines should pass it by: an error has no permanent address.</summary>
    public bool IsHidden => view.ViewData[Hidden] is true;

    /// <summary>The permanent address of the page in this language.</summary>
    public string Canonical => Absolute($"{request.PathBase}{path}{view.ViewData["Canonical"] as string}");

    /// <summary>This page in Dutch.</summary>
    public string InDutch => $"{RootBase}{path}{Query}";

    /// <summary>This page in English.</summary>
    public string InEnglish => $"{RootBase}{English}{path}{Query}";

    /// <summary>The address with scheme and host.</summary>
    public string Absolute(string address) => $"{request.Scheme}://{request.Host}{address}";

    private bool IsUnder(string section) => path.StartsWithSegments(section, StringComparison.OrdinalIgnoreCase);

    private string Prefix => view.ViewData.ContainsKey(ErrorSummaryTagHelper.Shown) ? words["Fout:"] + " " : "";

    // A form that was posted cannot be asked again by a link; its page can.
    private QueryString Query => HttpMethods.IsPost(request.Method) ? QueryString.Empty : request.QueryString;

    // An error page runs at its own address, in the place of the page that was asked for.
    private static PathString AskedPath(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPath
        : context.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? failure.Path
        : context.Request.Path;

    private string RootBase => request.PathBase.Value is { } root && root.EndsWith(English, StringComparison.Ordinal)
        ? root[..^English.Length] : request.PathBase.Value ?? "";
}
