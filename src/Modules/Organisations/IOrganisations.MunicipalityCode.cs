using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations;

/// <summary>The code of a municipality: "GM" and four digits. A text, never a number: leading zeros count.</summary>
[JsonConverter(typeof(JsonText))]
public readonly record struct MunicipalityCode : IParsable<MunicipalityCode>, IComparable<MunicipalityCode>
{
    private const int Length = 6;
    private const string TooiPrefix = "https://identifier.overheid.nl/tooi/id/gemeente/";

    private readonly string? value;

    private MunicipalityCode(string value) => this.value = value;

    /// <summary>"GM0363".</summary>
    public string Value => value ?? "GM0000";

    /// <summary>Its address in the register of Dutch government organisations.</summary>
    public Uri TooiUri => new(TooiPrefix + Value.ToLowerInvariant());

    /// <summary>The id of this municipality, the same for ever and on every installation.</summary>
    /// <remarks>
    /// A UUID of version 8 (RFC 9562): the first 16 bytes of the SHA-256 of <see cref="TooiUri"/> in UTF-8, in which
    /// only version and variant are overwritten. So nobody has to hand out ids, and exports of two installations agree.
    /// </remarks>
    public OrganisationId OrganisationId
    {
        get
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(TooiUri.AbsoluteUri), hash);
            hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            return new OrganisationId(new Guid(hash[..16], bigEndian: true));
        }
    }

    /// <summary>Reads "GM0363", in capitals or not.</summary>
    /// <exception cref="FormatException">It is not a code.</exception>
    public static MunicipalityCode Parse(string s) =>
        TryParse(s, out var code) ? code : throw new FormatException($"'{s}' is not GM and four digits.");

    /// <summary>Reads "GM0363", in capitals or not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out MunicipalityCode result)
    {
        var isCode = s is { Length: Length } && s.StartsWith("GM", StringComparison.OrdinalIgnoreCase)
            && s.AsSpan(2).ContainsAnyExceptInRange('0', '9') == false;
        result = isCode ? new MunicipalityCode(s!.ToUpperInvariant()) : default;
        return isCode;
    }

    /// <inheritdoc/>
    public int CompareTo(MunicipalityCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Whether one stands before another in a list of codes.</summary>
    public static bool operator <(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands after another in a list of codes.</summary>
    public static bool operator >(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether one stands before another in a list of codes, or is the same.</summary>
    public static bool operator <=(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one stands after another in a list of codes, or is the same.</summary>
    public static bool operator >=(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) >= 0;

    static MunicipalityCode IParsable<MunicipalityCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MunicipalityCode>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out MunicipalityCode result) => TryParse(s, out result);

    /// <summary>Writes the code as a text, also in the JSON of other rooms.</summary>
    public sealed class JsonText : JsonConverter<MunicipalityCode>
    {
        /// <inheritdoc/>
        public override MunicipalityCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not GM and four digits.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, MunicipalityCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
