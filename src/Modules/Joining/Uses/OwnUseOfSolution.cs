using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>On the page of a solution: how the reader's own organisation uses it, and the way to say so.</summary>
internal sealed class OwnUseOfSolution(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, AskTogether together) : ISolutionSection
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation)
    {
        if (reader is { Organisation: null })
            return null;
        var (use, mayReport) = ((OwnUse?)null, false);
        if (reader?.Organisation is { } organisation)
        {
            await together.AllAsync(
            [
                async _ => use = await adoption.OwnUseAsync(organisation, solution.Id, cancellation),
                async _ => mayReport = reader.Is(MembershipRole.Contributor) && await catalogue.LooksAfterAsync(solution.Id, reader, cancellation),
            ], cancellation);
        }

        if (use is null && solution.Status == SolutionStatus.Archived)
            return null;
        var name = reader?.Organisation is { } own ? organisations.Find(own)?.Name : null;
        return new("/Uses/_OwnUse.cshtml", new OwnUseShown(
            solution, name, use, reader is null || reader.Is(MembershipRole.Contributor),
            mayReport))
        {
            Join = use is null && solution.Status != SolutionStatus.Tip && (reader is null || reader.Is(MembershipRole.Contributor))
                ? $"~/oplossingen/{solution.Slug}/gebruiken"
                : null,
        };
    }
}

/// <summary>What the section shows.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Organisation">The reader's own; null for a visitor.</param>
/// <param name="Use">How that uses it, if it does.</param>
/// <param name="MaySay">Whether to show the way to say so.</param>
/// <param name="MayReport">Whether the reader looks after it, and may report who uses it.</param>
internal sealed record OwnUseShown(SolutionCard Solution, string? Organisation, OwnUse? Use, bool MaySay, bool MayReport);
