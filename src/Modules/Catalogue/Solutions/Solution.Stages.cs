using Parelmuur.Catalogue.Stages;

namespace Parelmuur.Catalogue.Solutions;

/// <content>How a solution goes from stage to stage: only by a decision.</content>
internal sealed partial class Solution
{
    /// <summary>The stage that comes next; null for a standard.</summary>
    public Stage? NextStage => Stage == Stage.Standard ? null : Stage + 1;

    /// <summary>Takes the step that was decided, or stays where it is when the step was refused.</summary>
    public void Take(StageDecision decision)
    {
        Require(Status is SolutionStatus.Published or SolutionStatus.Unconfirmed, "", "Dit is gestopt of nog niet gedeeld. De fase verandert niet meer.");
        Require(decision.From == Stage, "", "De fase is intussen veranderd. Kijk eerst hoe het nu staat.");
        Require(
            decision.To == NextStage || (!decision.Refused && decision.To < Stage),
            nameof(DecideForm.Outcome), "Omhoog gaat het met één fase tegelijk.");
        if (!decision.Refused)
            Stage = decision.To;
    }

    /// <summary>Goes back to before a decision that was written down by mistake.</summary>
    public void TakeBack(StageDecision decision)
    {
        Require(decision.Refused || decision.To == Stage, "", "De fase is daarna weer veranderd. Maak dat eerst ongedaan.");
        if (!decision.Refused)
            Stage = decision.From ?? Stage.Gem;
    }
}
