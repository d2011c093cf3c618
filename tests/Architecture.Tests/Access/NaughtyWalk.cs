using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>Walks over the site as one person, finds every form it meets, and fills it with naughty texts.</summary>
/// <remarks>A kind of form is filled in once, by the first who finds it. All walk before anybody fills in, to learn how pages look.</remarks>
internal sealed partial class NaughtyWalk(Visitor visitor, string name, IReadOnlyList<string> texts, Markup markup, List<string> wrong)
{
    private const int MostPages = 150, MostOfAKind = 2;
    private static readonly HtmlParser Parser = new();
    private static readonly string[] LeftAlone = ["/uitloggen", "/open-data/", "/logboek.", "/api/"];

    /// <summary>Fills in a form, once with each text.</summary>
    public async Task FillAsync(string path, string kind)
    {
        foreach (var text in texts)
        {
            // The page is opened again each time: a post may have changed it, or taken it away.
            if (await OpenAsync(path) is not { } page)
                return;
            wrong.AddRange(markup.Strange(page).Take(3).Select(strange => $"{path} as {name}: {strange}"));
            if (page.Forms.FirstOrDefault(form => KindOf(path, form) == kind) is not { } form)
                return;
            await PostAsync(path, form, text);
        }
    }

    /// <summary>Walks from these paths on, and gives the forms on the way.</summary>
    public async Task<IReadOnlyList<(string Path, string Kind)>> FindAsync(IEnumerable<string> start)
    {
        var (seen, kinds) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (open, forms) = (new Queue<string>(start), new List<(string Path, string Kind)>());
        while (open.TryDequeue(out var path) && seen.Count < MostPages)
        {
            var kind = KindOf(path);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] > MostOfAKind || !seen.Add(path) || await OpenAsync(path) is not { } page)
                continue;
            markup.Learn(page);
            forms.AddRange(page.Forms.Where(form => form.Method == "post" && !LeftAlone.Contains(form.GetAttribute("action")))
                .Select(form => (path, KindOf(path, form))));
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
            {
                if (!link.StartsWith("/en", StringComparison.Ordinal) && !LeftAlone.Any(each => link.StartsWith(each, StringComparison.Ordinal)))
                    open.Enqueue(link);
            }
        }

        return forms;
    }

    private async Task<IHtmlDocument?> OpenAsync(string path)
    {
        using var answer = await visitor.RawAsync(HttpMethod.Get, path);
        return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? Parser.ParseDocument(await answer.Content.ReadAsStringAsync()) : null;
    }

    private async Task PostAsync(string path, IHtmlFormElement form, string text)
    {
        var filled = form.Elements.Where(control => control.GetAttribute("name") is { Length: > 0 } && control is not IHtmlButtonElement)
            .Select(control => (Name: control.GetAttribute("name")!, IsText: IsText(control), Value: IsToken(control) ? Value(control) : text)).ToList();
        using var content = new FormUrlEncodedContent(filled.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await visitor.RawAsync(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : path, content);
        var where = $"{path} ({form.GetAttribute("action")}) as {name} with '{text[..Math.Min(text.Length, 60)]}'";
        if ((int)answer.StatusCode >= 500)
            wrong.Add($"{where}: {(int)answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            return;
        var page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync());
        wrong.AddRange(markup.Strange(page).Take(3).Select(strange => $"{where}: {strange}"));
        if ((int)answer.StatusCode != 400)
            return;
        foreach (var field in filled.Where(field => field.IsText))
        {
            if (page.QuerySelectorAll<IElement>($"main form [name='{field.Name}']").FirstOrDefault() is { } again && IsText(again) && Plain(Value(again)) != Plain(text))
                wrong.Add($"{where}: {field.Name} came back as '{Value(again)}'");
        }
    }

    // Two forms are of a kind when they stand on one kind of page and ask the same.
    private static string KindOf(string path, IHtmlFormElement form) => string.Join(
        '|', KindOf(path.Split('?')[0]), KindOf(form.GetAttribute("action") ?? ""), string.Join(',', form.Elements.Select(each => each.GetAttribute("name"))));

    private static string KindOf(string path) => Id().Replace(Slug().Replace(path, "/$1/*"), "*");

    private static bool IsToken(IElement control) => control.GetAttribute("name") == "formulier";

    // A browser keeps a password to itself, and sends a day or number only when it is one.
    private static bool IsText(IElement control) => control is IHtmlTextAreaElement
        or IHtmlInputElement { Type: "text" or "email" or "search" or "url" or "tel" };

    private static string Value(IElement control) => control switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };

    // HTML knows one kind of line end and no NUL; the parser drops what a field of one line cannot hold.
    private static string Plain(string text) => string.Concat(text.Where(letter => letter is not ('\r' or '\n' or '\0' or '\uFFFD')));

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=[/=])\d+|(?<=[?&]\w+=)[^&]*")]
    private static partial Regex Id();

    [GeneratedRegex("/(gemeenten|oplossingen)/[^/?]+")]
    private static partial Regex Slug();
}
