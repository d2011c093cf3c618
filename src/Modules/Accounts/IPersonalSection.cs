using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts;

/// <summary>A section that another room adds to the personal page.</summary>
/// <remarks>Register it as a service. Sections are asked side by side with <c>AskTogether</c>: they only read.</remarks>
public interface IPersonalSection : IPageSection
{
    /// <summary>The section for this person, or null when there is nothing to say.</summary>
    Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation);
}

/// <summary>A part of the personal page.</summary>
/// <param name="View">Path of the partial view that draws it.</param>
/// <param name="Model">The model of that view.</param>
public sealed record PersonalSection(string View, object Model);
