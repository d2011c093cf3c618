using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Parelmuur.Accounts.Tests;

/// <summary>A device that makes a passkey and uses it, as a browser would let it do; it always says that it knows its owner.</summary>
internal sealed class Device(ParelmuurApp site) : IDisposable
{
    // Somebody is there, the device knows who, and (only when it is made) the key goes with it.
    private const byte Known = 0x05, WithKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string owner = "";

    /// <summary>The address of the page that takes the passkey away.</summary>
    public string Removal => $"/mijn/beveiliging/passkeys/{WebEncoders.Base64UrlEncode(id)}/weg";

    /// <summary>Makes the passkey for who is signed in, who types the password.</summary>
    public async Task MakeAsync(Visitor visitor)
    {
        const string page = "/mijn/beveiliging/passkeys";
        using var asked = await visitor.PostAsync(page, $"{page}?handler=Challenge", ("Form.Current", NewPeople.Password));
        using var challenge = JsonDocument.Parse(await asked.Content.ReadAsStringAsync());
        owner = challenge.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var told = Told("webauthn.create", challenge);
        using var made = await visitor.PostAsync(
            page, page, site.Address, ("Form.Current", NewPeople.Password), ("Form.Name", "Telefoon"),
            ("Form.Credential", Credential(new { clientDataJSON = Text(told), attestationObject = Text(Attestation()), transports = (string[])["internal"] })));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    /// <summary>Signs in with the passkey.</summary>
    public async Task SignInAsync(Visitor visitor)
    {
        const string page = "/inloggen/passkey";
        using var asked = await visitor.PostAsync("/inloggen", $"{page}?handler=Challenge");
        using var challenge = JsonDocument.Parse(await asked.Content.ReadAsStringAsync());
        var (told, data) = (Told("webauthn.get", challenge), Data(Known));
        var signature = key.SignData([.. data, .. SHA256.HashData(told)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        using var answer = await visitor.PostAsync(
            "/inloggen", page, site.Address,
            ("Form.Credential", Credential(new { clientDataJSON = Text(told), authenticatorData = Text(data), signature = Text(signature), userHandle = owner })));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private byte[] Told(string what, JsonDocument challenge) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = what,
        challenge = challenge.RootElement.GetProperty("challenge").GetString(),
        origin = site.Address.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    });

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Text(id),
        rawId = Text(id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });

    private byte[] Data(byte flags) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(site.Address.Host)), flags, 0, 0, 0, 0];

    // CBOR: {"fmt": "none", "attStmt": {}, "authData": …}.
    private byte[] Attestation()
    {
        var data = (byte[])[.. Data(Known | WithKey), .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()];
        return [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
    }

    // COSE, also CBOR: an elliptic curve (1: 2) for ES256 (3: -7), P-256 (-1: 1), x (-2) and y (-3).
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}

/// <summary>What a script or a thief sends, without the form that the page shows.</summary>
internal static class WithoutForm
{
    /// <summary>Posts fields with the token that stands on a page.</summary>
    public static Task<HttpResponseMessage> PostAsync(
        this Visitor visitor, string page, string path, params (string Name, string Value)[] fields) =>
        visitor.PostAsync(page, path, origin: null, fields);

    /// <summary>Posts fields with the token that stands on a page, and says from which site they come, as a browser does.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this Visitor visitor, string page, string path, Uri? origin, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.OpenAsync(page)).QuerySelector("main [name='formulier']")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("formulier", token)));
        if (origin is not null)
            Assert.True(form.Headers.TryAddWithoutValidation("Origin", origin.GetLeftPart(UriPartial.Authority)));
        return await visitor.RawAsync(HttpMethod.Post, path, form);
    }
}
