using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Solutions;

/// <content>What somebody else named, until its municipality shares it itself.</content>
internal sealed partial class Solution
{
    /// <summary>Makes an entry of what somebody saw elsewhere.</summary>
    public static Solution Tip(string slug, SolutionContent content, DateOnly today) =>
        Share(slug, content, Stage.Gem, SolutionStatus.Tip, today, confirmed: null, isSample: false);

    /// <summary>Says a tip in other words.</summary>
    /// <exception cref="RuleViolation">Its municipality shared it.</exception>
    public void ChangeTip(SolutionContent content)
    {
        Require(Status == SolutionStatus.Tip, "", "Deze tip is al een pareltje.");
        Write(content, (_, change) => change());
        Version++;
    }

    /// <summary>Takes a tip off the wall: taken back, or not theirs. The address stays reserved.</summary>
    public void HideTip()
    {
        Require(Status == SolutionStatus.Tip, "", "Deze tip is al een pareltje.");
        Status = SolutionStatus.Draft;
    }

    /// <summary>Puts a tip back on the wall.</summary>
    public void ShowTip()
    {
        Require(Status == SolutionStatus.Draft, "", "Deze tip is al een pareltje.");
        Status = SolutionStatus.Tip;
    }
}
