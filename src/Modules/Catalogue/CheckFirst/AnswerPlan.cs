using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>Answers a plan for a reader: what exists, and what municipalities with alike plans thought of it.</summary>
internal sealed class AnswerPlan(
    ICatalogue catalogue, Rejections rejections, KnownIntentions intentions, IOrganisations organisations, IAuthorizationService authorization, Words words)
{
    private const int MaxMatches = 20, MostTogether = 3;

    /// <param name="text">The plan.</param>
    /// <param name="municipality">Whose plan it is, if known.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="inOwnOrder">Whether to order by words alone.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PlanAnswer> RunAsync(
        string text, Municipality? municipality, ClaimsPrincipal user, bool inOwnOrder, CancellationToken cancellation)
    {
        var reader = CurrentPerson.Of(user);
        var report = await catalogue.CheckAsync(text, municipality?.Id, MaxMatches, cancellation);
        return new(text, municipality, report, rejections.Rank(text, report.Found, reader?.Organisation, inOwnOrder), words)
        {
            Reader = reader,
            MayRecord = (await authorization.AuthorizeAsync(user, CataloguePolicies.Record)).Succeeded,
            InOwnOrder = inOwnOrder,
            Together = [.. intentions.Alike(text, MostTogether + 1)
                .Where(card => card.Intention.Organisation != reader?.Organisation).Take(MostTogether)],
        };
    }

    /// <summary>The municipality with this code or name; null when nothing was chosen.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="isUnknown">Whether something was chosen that is no municipality.</param>
    public Municipality? Municipality(string? chosen, out bool isUnknown)
    {
        var match = string.IsNullOrEmpty(chosen) ? null : organisations.Match(chosen, organisations.Today).Organisation;
        var municipality = match is null ? null : organisations.FindMunicipality(match.Id);
        isUnknown = municipality is null && !string.IsNullOrEmpty(chosen);
        return municipality;
    }
}
