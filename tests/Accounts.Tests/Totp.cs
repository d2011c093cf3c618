using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Parelmuur.Accounts.Tests;

/// <summary>Computes the code that an authenticator app shows (RFC 6238), from the key as the page shows it.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Code(string key, DateTimeOffset moment)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, moment.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 with SHA-1 is what the apps speak.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var start = hash[^1] & 0xf;
        var number = (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(start, 4)) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in key.Where(char.IsLetterOrDigit))
        {
            (bits, count) = ((bits << 5) | Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal), count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. bytes];
    }
}
