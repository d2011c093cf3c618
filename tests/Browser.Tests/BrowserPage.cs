using Xunit.Abstractions;

namespace Parelmuur.Browser.Tests;

/// <summary>Every kind of page in every state that a reader can bring it in.</summary>
/// <param name="Name">How the test calls it.</param>
/// <param name="Path">Its address, in Dutch.</param>
/// <param name="PostText">What is typed in the question and posted from this page.</param>
/// <param name="As">The sample person who opens it; null for a visitor.</param>
public sealed record BrowserPage(string Name, string Path, string? PostText = null, string? As = null) : IXunitSerializable
{
    /// <summary>For the runner, which makes it before it fills it.</summary>
    public BrowserPage()
        : this("", "") { }

    public string Name { get; private set; } = Name;

    public string Path { get; private set; } = Path;

    /// <summary>What is typed in the question and posted from this page.</summary>
    public string? PostText { get; private set; } = PostText;

    /// <summary>Who opens it.</summary>
    public string? As { get; private set; } = As;

    /// <summary>All of them; a new page gets a line here.</summary>
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
        new("figures", "/cijfers"),
        new("figures of a month", "/cijfers?maand=2022-03"),
        new("spread of a solution", "/oplossingen/vroegbel/verspreiding"),
        new("step plan", "/oplossingen/vroegbel/stappenplan"),
        new("write a step plan", "/oplossingen/vroegbel/stappenplan/bewerken", As: Eva),
        new("begin with a step plan", "/oplossingen/open-raadsinformatie/stappenplan/aansluiten", As: Samira),
        new("municipalities", "/gemeenten"),
        new("municipalities of a province", "/gemeenten?provincie=gelderland"),
        new("municipalities without result", "/gemeenten?q=xyzzyqwx"),
        new("municipality", "/gemeenten/zutphen"),
        new("former municipality", "/gemeenten/haaren"),
        new("joint bodies", "/samenwerkingsverbanden"),
        new("joint body", "/samenwerkingsverbanden/voorbeeldregio-de-berkelbrug"),
        new("add a joint body", "/beheer/samenwerkingsverbanden", As: Eva),
        new("who takes part", "/beheer/samenwerkingsverbanden/voorbeeldregio-de-berkelbrug", As: Eva),
        new("our use of a solution, joint body", "/oplossingen/vroegbel/gebruiken", As: Noor),
        new("search, nothing asked", "/zoeken"),
        new("search", "/zoeken?q=schuldhulp"),
        new("search with a slip of the pen", "/zoeken?q=vergunnning"),
        new("search for a municipality", "/zoeken?q=Zutphen"),
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
        new("sign in", "/inloggen"),
        new("sign in with a provider, failed", $"/inloggen/{Provider}/mislukt?reden=Down"),
        new("signed out, provider", $"/inloggen/{Provider}/uitgelogd"),
        new("sign up", "/account-maken"),
        new("sign up, sent", "/account-maken/verstuurd"),
        new("sign up, confirm", "/account-maken/bevestigen?code=x"),
        new("forgotten password", "/wachtwoord-vergeten"),
        new("share", "/deel"),
        new("stewards wanted", "/beheerder-gezocht"),
        new("my page of a contributor", "/mijn", As: Samira),
        new("my page of a coordinator", "/mijn", As: Omar),
        new("my page of an editor", "/mijn", As: Eva),
        new("for whom I work", "/mijn/organisaties", As: Samira),
        new("profile", "/mijn/profiel", As: Samira),
        new("e-mail address", "/mijn/e-mailadres", As: Samira),
        new("security", "/mijn/beveiliging", As: Samira),
        new("password", "/mijn/beveiliging/wachtwoord", As: Samira),
        new("second step", "/mijn/beveiliging/tweede-stap", As: Samira),
        new("passkeys", "/mijn/beveiliging/passkeys", As: Samira),
        new("my data", "/mijn/gegevens", As: Samira),
        new("close account", "/mijn/account-sluiten", As: Samira),
        new("own municipality", "/mijn/organisatie", As: Omar),
        new("chances", "/mijn/organisatie/kansen", As: Samira),
        new("compare", "/mijn/organisatie/vergelijken", As: Samira),
        new("compare with who is unknown", "/mijn/organisatie/vergelijken?met=nergenshuizen", As: Samira),
        new("roll-outs of an organisation", "/mijn/organisatie/stappenplannen", As: Samira),
        new("steps in a calendar", "/mijn/organisatie/stappenplannen/agenda", As: Samira),
        new("members", "/mijn/organisatie/leden", As: Omar),
        new("log of an organisation", "/mijn/organisatie/logboek", As: Omar),
        new("who looked", "/mijn/organisatie/logboek?toon=gezien", As: Omar),
        new("requests and roles", "/beheer/aanmeldingen", As: Pim),
        new("help with signing in", "/beheer/inloghulp", As: Pim),
        new("how the site does", "/beheer/werking", As: Pim),
        new("desk", "/redactie", As: Eva),
        new("reports", "/beheer/meldingen", As: Eva),
        new("what takes a role", "/oplossingen/vroegbel/vraag", As: Rosa),
        new("log", "/logboek", As: Rosa),
        new("log, nothing found", "/logboek?woord=xyzzyqwx", As: Rosa),
        new("share, signed in", "/deel", As: Samira),
        new("drafts", "/deel/concepten", As: Samira),
        new("edit a solution", "/oplossingen/vroegbel/bewerken", As: Femke),
        new("history of a solution", "/oplossingen/vroegbel/geschiedenis", As: Femke),
        new("still true", "/oplossingen/vroegbel/klopt-nog", As: Femke),
        new("hand over", "/oplossingen/vroegbel/overdragen", As: Femke),
        new("ask the users", "/oplossingen/vroegbel/vraag", As: Samira),
        new("comment", "/oplossingen/vroegbel/reactie", As: Samira),
        new("solution, signed in", "/oplossingen/vroegbel", As: Samira),
        new("what we use", "/mijn/organisatie/gebruik", As: Omar),
        new("reported uses", "/mijn/organisatie/gebruik/wacht", As: Omar),
        new("uses, still true", "/mijn/organisatie/gebruik/klopt-nog", As: Omar),
        new("uses as a spreadsheet", "/mijn/organisatie/gebruik/werkblad", As: Omar),
        new("uses by a link, too old", "/gebruik-klopt-nog/oud"),
        new("our use of a solution", "/oplossingen/vroegbel/gebruiken", As: Omar),
        new("report users", "/oplossingen/vroegbel/gebruikers-melden", As: Femke),
    ];

    /// <summary>An identity provider that the site of these tests knows, and that does not answer.</summary>
    public const string Provider = "voorbeeld";

    private const string Samira = "Samira Yıldız", Omar = "Omar Bensaïd", Eva = "Eva Mulder", Pim = "Pim Hendriks", Rosa = "Rosa Blom", Femke = "Femke de Boer", Noor = "Noor Willems";

    public void Deserialize(IXunitSerializationInfo info)
    {
        Name = info.GetValue<string>(nameof(Name));
        Path = info.GetValue<string>(nameof(Path));
        PostText = info.GetValue<string?>(nameof(PostText));
        As = info.GetValue<string?>(nameof(As));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Path), Path);
        info.AddValue(nameof(PostText), PostText);
        info.AddValue(nameof(As), As);
    }

    public override string ToString() => Name;
}
