using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>What the page of a solution says while it is a tip.</summary>
/// <param name="Tipper">Who gave it.</param>
/// <param name="TipperName">The name of that person.</param>
/// <param name="Municipality">The municipality that made it.</param>
/// <param name="Asked">Whether people of it were asked.</param>
/// <param name="Claimed">Whether they said yes, and are writing.</param>
internal sealed record TipOnPage(PersonId Tipper, string TipperName, OrganisationSummary? Municipality, bool Asked, bool Claimed)
{
    /// <summary>Whether the reader may say if it is theirs.</summary>
    public bool MayAnswer(CurrentPerson? reader) =>
        reader is not null && reader.Is(MembershipRole.Contributor) && reader.Organisation == Municipality?.Id;

    /// <summary>Whether the reader may change it.</summary>
    public bool MayChange(CurrentPerson? reader) => reader is not null && (reader.Id == Tipper || reader.Is(PlatformRoles.Editor));

    /// <summary>Reads it.</summary>
    public static async Task<TipOnPage?> ReadAsync(
        CatalogueDb db, SolutionId solution, IAccounts accounts, IOrganisations organisations, CancellationToken cancellation)
    {
        if (await db.Tips.AsNoTracking().SingleOrDefaultAsync(each => each.Solution == solution, cancellation) is not { } tip)
            return null;
        var names = await accounts.PeopleAsync([tip.Tipper], cancellation);
        return new(
            tip.Tipper, names.GetValueOrDefault(tip.Tipper)?.Name ?? "", organisations.Find(tip.Municipality), tip.Asked is not null,
            tip.State == TipState.Claimed);
    }
}
