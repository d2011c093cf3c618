namespace Parelmuur.Organisations.Municipalities;

/// <summary>How alike two municipalities are, in numbers and in words.</summary>
/// <remarks>
/// The distance is the same from both sides. Size counts most: the same problem needs another answer in a city than in
/// a village. A doubling of the number of people weighs 1, a doubling of density ½, another province 0.4, no joint body
/// together 0.3 and another safety region, the joint body that every municipality has, 0.2. The weights are this project's
/// own choice.
/// </remarks>
internal static class Likeness
{
    private const double DensityWeight = 0.5, ProvinceWeight = 0.4, TogetherWeight = 0.3, RegionWeight = 0.2;
    private const double JustAsLarge = 1.15, AboutAsLarge = 1.4, AsDense = 1.35;

    /// <summary>0 for two that cannot be told apart; null when a figure is missing.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="together">Whether they take part in the same joint body.</param>
    /// <param name="on">The day.</param>
    public static double? Distance(Municipality one, Municipality other, bool together, DateOnly on)
    {
        if (one.Inhabitants is null || other.Inhabitants is null || one.Density is null || other.Density is null)
            return null;
        return Math.Abs(Math.Log2(one.Inhabitants.Count / (double)other.Inhabitants.Count))
            + DensityWeight * Math.Abs(Math.Log2(one.Density.Value / other.Density.Value))
            + (one.ProvinceOn(on) == other.ProvinceOn(on) ? 0 : ProvinceWeight)
            + (together ? 0 : TogetherWeight)
            + (SameRegion(one, other) ? 0 : RegionWeight);
    }

    /// <summary>Why they are alike, weightiest first, at least one reason.</summary>
    public static IReadOnlyList<string> Reasons(Municipality one, Municipality other, bool together, DateOnly on)
    {
        List<string> reasons = [];
        var size = Ratio(one.Inhabitants?.Count, other.Inhabitants?.Count);
        if (size <= JustAsLarge)
            reasons.Add("even groot");
        else if (size <= AboutAsLarge)
            reasons.Add("bijna even groot");
        if (Ratio(one.Density, other.Density) <= AsDense)
            reasons.Add("even dicht bewoond");
        if (one.ProvinceOn(on) == other.ProvinceOn(on))
            reasons.Add("zelfde provincie");
        if (together)
            reasons.Add("zelfde samenwerkingsverband");
        if (SameRegion(one, other))
            reasons.Add("zelfde veiligheidsregio");
        return reasons.Count > 0 ? reasons : ["lijkt er het meest op in grootte en dichtheid"];
    }

    private static double Ratio(double? one, double? other) =>
        one is > 0 && other is > 0 ? Math.Max(one.Value, other.Value) / Math.Min(one.Value, other.Value) : double.PositiveInfinity;

    private static bool SameRegion(Municipality one, Municipality other) =>
        one.SafetyRegion is not null && one.SafetyRegion == other.SafetyRegion;
}
