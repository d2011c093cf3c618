using System.Globalization;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Memberships;

/// <summary>What roles are called on the screen, and what each may do.</summary>
internal static class RoleWords
{
    /// <summary>The roles at an organisation, the lightest first.</summary>
    public static IReadOnlyList<Choice> AtOrganisation { get; } =
    [
        new(nameof(MembershipRole.Reader), "Lezer", "Volgt, bewaart lijsten en ziet wat alleen voor leden is."),
        new(nameof(MembershipRole.Contributor), "Bijdrager", "Deelt pareltjes, stelt vragen en geeft antwoord."),
        new(nameof(MembershipRole.Coordinator), "Coördinator", "Laat collega’s binnen en bevestigt wat jullie gebruiken. Logt in met een tweede stap."),
        new(nameof(MembershipRole.Authoriser), "Tekenbevoegde", "Tekent namens de organisatie. Logt in met een tweede stap."),
    ];

    /// <summary>The roles on the platform.</summary>
    public static IReadOnlyList<Choice> OnPlatform { get; } =
    [
        new(nameof(PlatformRoles.Editor), "Redacteur", "Bewaakt de muur: modereert, voegt samen en houdt de woordenlijst bij."),
        new(nameof(PlatformRoles.PlatformManager), "Platformbeheerder", "Laat de eerste coördinatoren binnen en geeft deze rollen."),
        new(nameof(PlatformRoles.Auditor), "Auditor", "Leest alles en verandert niets."),
    ];

    /// <summary>The Dutch word for a role at an organisation.</summary>
    public static string Of(MembershipRole role) => AtOrganisation.First(choice => choice.Value == $"{role}").Text;

    /// <summary>The word for a role at an organisation inside a sentence, in the reader's language.</summary>
    public static string InSentence(Words words, MembershipRole role) => words[Of(role)].ToLower(CultureInfo.CurrentCulture);

    /// <summary>The Dutch words for roles on the platform.</summary>
    public static IEnumerable<string> Of(PlatformRoles roles) => OnPlatform
        .Where(choice => (Enum.Parse<PlatformRoles>(choice.Value) & roles) != PlatformRoles.None).Select(choice => choice.Text);
}
