using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Tells Catalogue which solutions have a step plan, of their own or of one that was taken up in them.</summary>
internal sealed class PlansForStages(SolutionsWithPlan withPlan, ICatalogue catalogue) : IStepPlans
{
    /// <inheritdoc/>
    public string? PageOf(SolutionId solution) =>
        withPlan.Has(solution) || catalogue.TakenUpIn(solution).Any(withPlan.Has) ? "stappenplan" : null;
}
