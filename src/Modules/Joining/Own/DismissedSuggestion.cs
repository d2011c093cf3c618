using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Joining.Own;

/// <summary>A solution that an organisation does not want to be suggested, and why.</summary>
internal sealed class DismissedSuggestion
{
    public const int ReasonLength = 300;

    private DismissedSuggestion() { }

    public OrganisationId Organisation { get; private set; }

    public SolutionId Solution { get; private set; }

    public string Reason { get; private set; } = "";

    public DateOnly DismissedOn { get; private set; }

    /// <summary>Puts a suggestion away.</summary>
    /// <exception cref="RuleViolation">There is no reason, or it is too long.</exception>
    public static DismissedSuggestion Of(OrganisationId organisation, SolutionId solution, string? reason, DateOnly today) => new()
    {
        Organisation = organisation,
        Solution = solution,
        Reason = (reason ?? "").Trim() switch
        {
            "" => throw new RuleViolation(nameof(Reason), "Schrijf waarom dit niet past. Je collega’s zien het terug."),
            { Length: > ReasonLength } => throw new RuleViolation(nameof(Reason), "Maak de reden korter: hoogstens 300 tekens."),
            var text => text,
        },
        DismissedOn = today,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<DismissedSuggestion>
    {
        public void Configure(EntityTypeBuilder<DismissedSuggestion> dismissed)
        {
            dismissed.ToTable("joining_dismissed_suggestions");
            dismissed.HasKey(each => new { each.Organisation, each.Solution });
            dismissed.Property(each => each.Reason).HasMaxLength(ReasonLength);
        }
    }
}
