using Parelmuur.Adoption;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Samples;

/// <summary>Spreads the users of a fictional solution over the map: many near its maker, some far away.</summary>
/// <remarks>The same slug always gives the same spread, so that pages and tests can be compared.</remarks>
internal static class SampleSpreader
{
    private const int JitterInCells = 14;

    public static IEnumerable<SampleUse> Spread(
        SolutionId solution, SampleSolution sample, IReadOnlyList<Municipality> municipalities, DateOnly today)
    {
        if (sample.Spread is not { } spread)
            yield break;
        var chance = Seed(sample.Slug);
        var centre = municipalities.FirstOrDefault(each => each.Code.ToString() == (spread.Centre ?? sample.Origin));
        var nearFirst = municipalities
            .Where(each => each.Id != centre?.Id && each.Hex is not null)
            .OrderBy(each => Distance(each, centre) + chance.Next(JitterInCells))
            .ToList();
        // The maker uses what it made.
        if (centre is not null && spread.Users > 0)
            nearFirst.Insert(0, centre);

        for (var at = 0; at < Math.Min(spread.Users + spread.Trials, nearFirst.Count); at++)
        {
            var isUser = at < spread.Users;
            var used = sample.Status == SolutionStatus.Archived ? UseState.Ended : UseState.Active;
            var since = at == 0 ? sample.Shared : sample.Shared.AddDays(Start(chance, today.DayNumber - sample.Shared.DayNumber));
            yield return new(
                solution,
                nearFirst[at].Id,
                isUser ? used : UseState.Planned,
                isUser ? since : today.AddDays(chance.Next(14, 120)),
                isUser && at < spread.Confirmed ? today.AddDays(-chance.Next(5, 330)) : null);
        }
    }

    // Few begin early, many in the middle, few late: two throws make the slow start and end of a real spread.
    private static int Start(Random chance, int days) => (chance.Next(Math.Max(1, days)) + chance.Next(Math.Max(1, days))) / 2;

    private static int Distance(Municipality one, Municipality? other)
    {
        if (one.Hex is not { } a || other?.Hex is not { } b)
            return 0;
        // Odd-r offset to cube coordinates, then the usual distance between hexagons.
        int ax = a.Q - (a.R - (a.R & 1)) / 2, bx = b.Q - (b.R - (b.R & 1)) / 2;
        return Math.Max(Math.Max(Math.Abs(ax - bx), Math.Abs(a.R - b.R)), Math.Abs(ax + a.R - bx - b.R));
    }

    // FNV-1a: string.GetHashCode differs per process. Not for secrets, only for a pleasant map.
#pragma warning disable CA5394
    private static Random Seed(string slug) =>
        new(unchecked((int)slug.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u)));
#pragma warning restore CA5394
}
