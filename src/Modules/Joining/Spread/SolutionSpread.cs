using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>What the spread of one solution comes to.</summary>
/// <param name="Card">The solution.</param>
/// <param name="Active">Organisations that use it.</param>
/// <param name="Confirmed">Those of which the use is confirmed.</param>
/// <param name="Municipalities">Municipalities of today that use it.</param>
/// <param name="People">Inhabitants of the municipalities that confirmed their use.</param>
/// <param name="DaysToFifth">Days from sharing until the fifth user started; null when there is no fifth, or it started before.</param>
internal sealed record SolutionSpread(SolutionCard Card, int Active, int Confirmed, int Municipalities, long People, int? DaysToFifth)
{
    /// <summary>Estimate of the hours of work not done twice: (active users − 1) × the hours that the maker declared.</summary>
    /// <remarks>The formula of the design of the platform: whoever uses it would otherwise have made it once more.</remarks>
    public long? HoursAvoided { get; } = Active > 1 && Card.BuildHours is { } hours ? (long)(Active - 1) * hours : null;

    public static SolutionSpread Of(SolutionCard card, UsersOfSolution users, IOrganisations organisations) =>
        Of(card, users, CountedUses.Of(users.Users, organisations, CountedUses.PlacesOf(organisations)));

    public static SolutionSpread Of(SolutionCard card, UsersOfSolution users, CountedUses counted) => new(
        card, users.Active, users.Confirmed, counted.Places.Length, counted.People,
        counted.Fifth >= card.Shared ? counted.Fifth.Value.DayNumber - card.Shared.DayNumber : null);
}
