using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>Lets a room tell which solutions have a step plan, so that the checklist of a stage knows it.</summary>
/// <remarks>Register it as a service that lives as long as the site. It answers from memory: the page of every solution asks.</remarks>
public interface IStepPlans
{
    /// <summary>Where the step plan of a solution is read, from its own page: "stappenplan"; null when it has none.</summary>
    string? PageOf(SolutionId solution);
}
