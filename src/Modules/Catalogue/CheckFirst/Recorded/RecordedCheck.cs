using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>What a municipality found for a plan on one day, and what it decided. Private until it is published.</summary>
/// <remarks>Plan and matches never change; the decision can. Its address is permanent: what was public once says so later.</remarks>
internal sealed class RecordedCheck
{
    public const int ReasonLength = 1_000, TextLength = 200_000;

    private RecordedCheck() { }

    public Guid Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>Who recorded it.</summary>
    public PersonId Person { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>The plan, as it was checked.</summary>
    public string Text { get; private set; } = "";

    public CheckOutcome Outcome { get; private set; }

    /// <summary>What they join or adapt.</summary>
    public SolutionId? Solution { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The matches of that day as JSON.</summary>
    public string Kept { get; private set; } = "";

    public DateOnly? Published { get; private set; }

    /// <summary>Whether it was public at any time, so that its address can say what became of it.</summary>
    public bool WasPublished { get; private set; }

    public DateOnly? Withdrawn { get; private set; }

    /// <summary>The matches of that day, best first.</summary>
    public IReadOnlyList<KeptMatch> Matches => JsonSerializer.Deserialize<List<KeptMatch>>(Kept, JsonSerializerOptions.Web) ?? [];

    /// <summary>Records a check, still without a decision.</summary>
    /// <exception cref="RuleViolation">The plan is too long to keep.</exception>
    public static RecordedCheck Of(OrganisationId organisation, PersonId person, DateOnly on, string text, IReadOnlyList<KeptMatch> matches) =>
        text.Length > TextLength
            ? throw new RuleViolation("", "Je plan is te lang om vast te leggen. Kort het in tot 200.000 tekens.")
            : new()
            {
                Id = Guid.CreateVersion7(),
                Organisation = organisation,
                Person = person,
                On = on,
                Text = Lines.Clean(text),
                Kept = JsonSerializer.Serialize(matches, JsonSerializerOptions.Web),
            };

    /// <summary>Decides, or decides again.</summary>
    /// <exception cref="RuleViolation">Solution or explanation is missing, or the solution is not among the matches.</exception>
    public void Decide(CheckOutcome outcome, SolutionId? solution, string? reason)
    {
        var takesOver = outcome is CheckOutcome.Join or CheckOutcome.Adapt;
        if (takesOver && (solution is null || !Matches.Any(match => match.Solution == solution.Value.Value)))
            throw new RuleViolation(nameof(Solution), "Kies bij welke oplossing je aansluit of welke je aanpast.");
        if (outcome is CheckOutcome.Adapt && string.IsNullOrWhiteSpace(reason))
            throw new RuleViolation(nameof(Reason), "Schrijf kort wat jullie veranderen.");
        if (outcome is CheckOutcome.NothingFits && string.IsNullOrWhiteSpace(reason))
            throw new RuleViolation(nameof(Reason), "Schrijf waarom niets past. Zo zien anderen wat er nog ontbreekt.");
        (Outcome, Solution, Reason) = (outcome, takesOver ? solution : null, Lines.Clean(reason));
    }

    /// <summary>Makes it public.</summary>
    public void Publish(DateOnly today)
    {
        if (Outcome == CheckOutcome.Open)
            throw new RuleViolation("", "Kies eerst wat jullie doen. Daarna kun je het openbaar maken.");
        (Published, WasPublished) = (today, true);
    }

    /// <summary>Makes it private again.</summary>
    public void Unpublish() => Published = null;

    /// <summary>Takes it back: it is no longer on any list and teaches nothing.</summary>
    public void Withdraw(DateOnly today) => Withdrawn = today;

    /// <summary>It counts again.</summary>
    public void PutBack() => Withdrawn = null;

    internal sealed class Mapping : IEntityTypeConfiguration<RecordedCheck>
    {
        public void Configure(EntityTypeBuilder<RecordedCheck> check)
        {
            check.ToTable("catalogue_checks");
            check.HasKey(each => each.Id);
            check.Property(each => each.Id).ValueGeneratedNever();
            check.Property(each => each.Reason).HasMaxLength(ReasonLength);
            check.Ignore(each => each.Matches);
            check.HasIndex(each => each.Organisation);
        }
    }
}
