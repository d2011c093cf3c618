using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>A solution that became one with another: its uses count there.</summary>
/// <remarks>The uses themselves stay as they were, so that nothing is lost and parting them again is exact.</remarks>
internal sealed class JoinedSolution(SolutionId solution, SolutionId into)
{
    public SolutionId Solution { get; private set; } = solution;

    public SolutionId Into { get; private set; } = into;

    internal sealed class Mapping : IEntityTypeConfiguration<JoinedSolution>
    {
        public void Configure(EntityTypeBuilder<JoinedSolution> joined)
        {
            joined.ToTable("adoption_joined_solutions");
            joined.HasKey(each => each.Solution);
        }
    }
}
