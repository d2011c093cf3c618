using Microsoft.AspNetCore.Antiforgery;
using Parelmuur.Kernel.People;

namespace Parelmuur.Web.Http;

/// <summary>Ties the token of a form to who was signed in when the form was made: one from before signing in is worth nothing after.</summary>
/// <remarks>To the person, not the session: who signs in again can still send what was typed.</remarks>
internal sealed class TokenOfPerson : IAntiforgeryAdditionalDataProvider
{
    /// <inheritdoc/>
    public string GetAdditionalData(HttpContext context) => $"{CurrentPerson.Of(context.User)?.Id}";

    /// <inheritdoc/>
    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
}
