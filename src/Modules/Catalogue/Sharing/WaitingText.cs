using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using System.Security.Cryptography;
using System.Text.Json;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>Keeps what somebody typed while signing in, or after the session ended; also without script.</summary>
/// <remarks>The text waits in the database for a day. A protected cookie of this browser is the only way to it.</remarks>
internal sealed class WaitingText(KeepDrafts drafts, IDataProtectionProvider protection)
{
    private const string Cookie = "__Host-concept";

    private readonly IDataProtector protector = protection.CreateProtector("catalogue.waiting-text");

    /// <summary>Keeps the text until somebody signs in in this browser.</summary>
    public async Task KeepAsync(HttpContext context, OpenDraft open, GemForm form, CancellationToken cancellation)
    {
        var id = await drafts.KeepForSignInAsync(form, cancellation);
        context.Response.Cookies.Append(
            Cookie, protector.Protect(JsonSerializer.Serialize(new Ticket(id, open))), new() { MaxAge = TimeSpan.FromDays(1) });
    }

    /// <summary>Gives the text to who signed in.</summary>
    /// <returns>The draft that it became; null when no text waits.</returns>
    public async Task<Guid?> TakeAsync(HttpContext context, CurrentPerson writer, CancellationToken cancellation)
    {
        if (Read(context) is not { } ticket)
            return null;
        context.Response.Cookies.Delete(Cookie);
        return await drafts.TakeAsync(ticket.Text, ticket.Open, writer, cancellation);
    }

    private Ticket? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } value
                ? JsonSerializer.Deserialize<Ticket>(protector.Unprotect(value)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Ticket(Guid Text, OpenDraft Open);
}
