using Xunit.Abstractions;

namespace Parelmuur.Browser.Tests;

/// <summary>Every kind of page in every state that a reader can bring it in.</summary>
public sealed record BrowserPage(string Name, string Path, string? PostText = null) : IXunitSerializable
{
    /// <summary>For the runner, which makes it before it fills it.</summary>
    public BrowserPage()
        : this("", "") { }

    public string Name { get; private set; } = Name;

    public string Path { get; private set; } = Path;

    /// <summary>What is typed in the question and posted from this page.</summary>
    public string? PostText { get; private set; } = PostText;

    public static IReadOnlyList<BrowserPage> All { get; } =
    [
        new("home", "/"),
        new("wall", "/muur"),
        new("wall, filtered", "/muur?fase=gedeeld&q=brief"),
        new("wall, page 2", "/muur?pagina=2"),
        new("wall as a list", "/muur?weergave=lijst"),
        new("wall without result", "/muur?q=xyzzyqwx"),
        new("wall on a screen", "/muur/scherm"),
        new("solution", "/oplossingen/vroegbel"),
        new("pilot", "/oplossingen/keukentafel-energie"),
        new("standard", "/oplossingen/woo-in-een-keer-goed"),
        new("unconfirmed solution", "/oplossingen/samen-naar-school-rijden"),
        new("solution without steward", "/oplossingen/klik-uurtje-in-de-bieb"),
        new("archived solution", "/oplossingen/kapwijzer"),
        new("tip", "/oplossingen/repaircafe-in-de-hal"),
        new("photo card", "/oplossingen/vroegbel/foto-kaart"),
        new("municipalities", "/gemeenten"),
        new("municipalities of a province", "/gemeenten?provincie=gelderland"),
        new("municipalities without result", "/gemeenten?q=xyzzyqwx"),
        new("municipality", "/gemeenten/zutphen"),
        new("former municipality", "/gemeenten/haaren"),
        new("search, nothing asked", "/zoeken"),
        new("search", "/zoeken?q=schuldhulp"),
        new("search with a slip of the pen", "/zoeken?q=vergunnning"),
        new("search without result", "/zoeken?q=xyzzyqwx"),
        new("check first, the question", "/eerst-kijken"),
        new("check first, an answer", "/eerst-kijken", "Wij willen inwoners met een betaalachterstand binnen een week bellen."),
        new("check first, nothing found", "/eerst-kijken", "xyzzyqwx blorptang"),
        new("check first, an empty question", "/eerst-kijken", ""),
        new("check first, shared", "/eerst-kijken?tekst=straatfeest+melden&gemeente=GM0301"),
        new("intentions", "/voornemens"),
        new("intentions, nothing found", "/voornemens?q=xyzzyqwx"),
        new("intention", "/voornemens/schulden-eerder-zien"),
        new("open data", "/open-data"),
        new("API", "/api"),
        new("components", "/ontwerp"),
        new("accessibility", "/toegankelijkheid"),
        new("privacy", "/privacy"),
        new("help", "/hulp"),
        new("not found", "/bestaat-niet"),
    ];

    public void Deserialize(IXunitSerializationInfo info)
    {
        Name = info.GetValue<string>(nameof(Name));
        Path = info.GetValue<string>(nameof(Path));
        PostText = info.GetValue<string?>(nameof(PostText));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Path), Path);
        info.AddValue(nameof(PostText), PostText);
    }

    public override string ToString() => Name;
}
