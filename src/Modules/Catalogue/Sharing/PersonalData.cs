using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>Looks in a text for what may belong to a resident, to warn the writer. A warning forbids nothing.</summary>
internal static partial class PersonalData
{
    private const int Wait = 1000;

    /// <summary>What the texts seem to hold, as Dutch words: "een burgerservicenummer". Each once.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().SelectMany(In).Distinct()];

    private static IEnumerable<string> In(string text)
    {
        if (NineDigits().Matches(text).Any(match => IsCitizenNumber(Digits(match.Value))))
            yield return "een burgerservicenummer";
        if (AccountNumber().Matches(text).Any(match => IsAccountNumber(match.Value)))
            yield return "een rekeningnummer";
        if (Phone().IsMatch(text))
            yield return "een telefoonnummer";
        if (Email().IsMatch(text))
            yield return "een e-mailadres";
    }

    // The eleven test: 9, 8, … 2 times the first eight digits, minus the last, is a multiple of eleven.
    private static bool IsCitizenNumber(string digits) =>
        digits.Any(digit => digit != '0')
        && (digits.Take(8).Select((digit, at) => (9 - at) * (digit - '0')).Sum() - (digits[8] - '0')) % 11 == 0;

    // ISO 13616: the first four signs at the end, letters as numbers, is 1 modulo 97.
    private static bool IsAccountNumber(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var number = string.Concat((plain[4..] + plain[..4]).Select(sign =>
            char.IsAsciiDigit(sign) ? $"{sign}" : (sign - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97 == 1;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"(?<![0-9.])[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{3}(?![0-9])|(?<![0-9.])[0-9]{3}[ .][0-9]{3}[ .][0-9]{3}(?![0-9])|(?<![0-9])[0-9]{9}(?![0-9])", RegexOptions.None, Wait)]
    private static partial Regex NineDigits();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{0,3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex AccountNumber();

    [GeneratedRegex(@"(?<![0-9+])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?[0-9]){8}(?![0-9])", RegexOptions.None, Wait)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[A-Za-z]{2,24}\b", RegexOptions.None, Wait)]
    private static partial Regex Email();
}
