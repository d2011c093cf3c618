using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Providers;

/// <summary>Why signing in at a provider did not work, as far as the person can do something about it.</summary>
internal enum SignInFailure
{
    /// <summary>The answer cannot be trusted: another issuer, another signature, not meant for this site.</summary>
    NotTrusted,

    /// <summary>The provider does not answer, or says that it does not work.</summary>
    Down,

    /// <summary>The person stopped, or the provider does not let the person in.</summary>
    Stopped,

    /// <summary>The answer belongs to no question of this browser: it took too long, or the answer was used before.</summary>
    Used,

    /// <summary>What the provider signed does not hold any more, or not yet.</summary>
    OutOfTime,

    /// <summary>The provider gives no e-mail address.</summary>
    WithoutEmail,

    /// <summary>The provider does not say that the e-mail address belongs to the person.</summary>
    Unverified,

    /// <summary>Who signed in there is somebody else here.</summary>
    OfSomebodyElse,
}

/// <summary>Tells failures apart, and what to do about them.</summary>
internal static class SignInFailures
{
    /// <summary>The kind of an error while a provider was asked.</summary>
    public static SignInFailure Of(Exception? error) => error switch
    {
        SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenInvalidLifetimeException => SignInFailure.OutOfTime,
        SecurityTokenException => SignInFailure.NotTrusted,
        HttpRequestException or IOException or OperationCanceledException => SignInFailure.Down,
        OpenIdConnectProtocolException { InnerException: not null } => SignInFailure.Down, // Its answer cannot be read.
        OpenIdConnectProtocolException => Code(error) switch
        {
            "invalid_grant" => SignInFailure.Used,
            "server_error" or "temporarily_unavailable" or "invalid_client" or "unauthorized_client" => SignInFailure.Down,
            { } => SignInFailure.Stopped,
            null => SignInFailure.NotTrusted,
        },
        AuthenticationFailureException => SignInFailure.Used,
        _ => error?.InnerException is { } inner ? Of(inner) : SignInFailure.NotTrusted,
    };

    /// <summary>The error as the protocol calls it, such as "access_denied"; null when there is none that is known to be one.</summary>
    public static string? Code(Exception? error) =>
        error?.Data["error"] is string { Length: <= 40 } code && code.All(sign => char.IsAsciiLetterLower(sign) || sign == '_') ? code : null;

    /// <summary>What happened, and what to do now.</summary>
    public static (string Title, string Advice) Tell(this SignInFailure failure, Words words, string provider) => failure switch
    {
        SignInFailure.Down => (words["{0} antwoordt niet goed", provider],
            words["Wacht een paar minuten en probeer het opnieuw. Inloggen op een andere manier kan ook."]),
        SignInFailure.Stopped => (words["Je bent niet ingelogd bij {0}", provider],
            words["Je stopte zelf, of je mag daar niet naar binnen. Probeer het opnieuw, of log anders in."]),
        SignInFailure.Used => (words["Deze poging om in te loggen werkt niet meer"],
            words["Het duurde te lang, of je ging terug in je browser. Begin opnieuw."]),
        SignInFailure.OutOfTime => (words["Het antwoord van {0} is niet meer geldig", provider],
            words["Probeer het opnieuw. Gaat het weer mis? Dan loopt een klok verkeerd. Meld het aan de beheerder."]),
        SignInFailure.WithoutEmail => (words["{0} geeft ons geen e-mailadres", provider],
            words["Zonder adres kunnen we geen account maken. Vraag je beheerder om het adres door te geven. Of maak hier zelf een account."]),
        SignInFailure.Unverified => (words["{0} zegt niet dat het e-mailadres van jou is", provider],
            words["Bevestig daar eerst je adres. Heb je hier al een account? Log dan in en koppel het bij Beveiliging."]),
        SignInFailure.OfSomebodyElse => (words["Hiermee logt een ander account in"],
            words["Je account bij {0} hoort al bij een ander account hier. Log uit, en log daarna in met {0}.", provider]),
        _ => (words["We vertrouwen het antwoord van {0} niet", provider],
            words["Je bent niet ingelogd en er is niets veranderd. Gaat het weer mis? Meld het aan de beheerder."]),
    };
}
