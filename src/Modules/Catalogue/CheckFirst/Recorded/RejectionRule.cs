namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>How much lower a solution stands when municipalities with alike plans said that it does not fit.</summary>
/// <remarks>
/// Per municipality counts its most alike plan: w = (cosine - 0.3) / (1 - 0.3), at least 0. With W the sum of those, the score
/// becomes score × (1 - 0.2 × W / (W + 2)): one the same plan takes 7 % off, two 10 %, five 14 %, and never more than 20 %,
/// however many there are. So what is a quarter more alike always stays above. See ADR 0037.
/// </remarks>
internal static class RejectionRule
{
    /// <summary>From this cosine on two plans are about the same.</summary>
    public const float AlikeFrom = 0.3f;

    /// <summary>What all rejections together take off at most.</summary>
    public const float Most = 0.2f;

    private const float HalfWay = 2;

    /// <summary>How much the rejection by one municipality counts, 0 to 1.</summary>
    public static float Weight(float cosine) => Math.Clamp((cosine - AlikeFrom) / (1 - AlikeFrom), 0, 1);

    /// <summary>What the score is multiplied by.</summary>
    public static float Factor(float weights) => 1 - (Most * weights / (weights + HalfWay));

    /// <summary>The matches with those lowered that were rejected, each among its equals: strong stays above weak.</summary>
    public static IReadOnlyList<RankedMatch> Order(IReadOnlyList<RankedMatch> matches)
    {
        var order = matches.ToList();
        for (var from = order.Count - 2; from >= 0; from--)
        {
            for (var at = from; at + 1 < order.Count && order[at].Factor < 1 && IsBelow(order[at], order[at + 1]); at++)
                (order[at], order[at + 1]) = (order[at + 1], order[at]);
        }

        return order;
    }

    private static bool IsBelow(RankedMatch match, RankedMatch next) =>
        match.Found.IsStrong == next.Found.IsStrong && match.Score < next.Score;
}

/// <summary>A match with what municipalities with alike plans said of it.</summary>
/// <param name="Found">The match.</param>
/// <param name="OwnPlace">Its place by words alone, from 1.</param>
internal sealed record RankedMatch(FoundSolution Found, int OwnPlace)
{
    /// <summary>See <see cref="RejectionRule.Factor"/>; 1 when nobody said so.</summary>
    public float Factor { get; init; } = 1;

    /// <summary>How many other municipalities said that it does not fit an alike plan.</summary>
    public int Others { get; init; }

    /// <summary>The check in which the reader's own municipality said so.</summary>
    public Guid? Ours { get; init; }

    public float Score => Found.Score * Factor;
}
