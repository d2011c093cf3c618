using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.LaterQuestions;

/// <summary>What somebody said last to the question about one part of a solution: an answer, or why not now.</summary>
internal sealed class LaterAnswer(SolutionId solution, string part)
{
    private const int PartLength = 40, DaysUntilLater = 14, DaysUntilKnown = 180;

    public SolutionId Solution { get; private set; } = solution;

    /// <summary>The name of the part, as in <see cref="Stewardship.Parts"/>.</summary>
    public string Part { get; private set; } = part;

    public PersonId Person { get; private set; }

    public LaterOutcome Outcome { get; private set; }

    public DateTimeOffset Moment { get; private set; }

    /// <summary>Says it, or says it anew.</summary>
    public void Say(LaterOutcome outcome, PersonId person, DateTimeOffset now) => (Outcome, Person, Moment) = (outcome, person, now);

    /// <summary>Whether it is too soon to ask the same again; what does not apply is never asked again.</summary>
    public static bool IsTooSoon(LaterOutcome outcome, DateTimeOffset said, DateTimeOffset now) => outcome switch
    {
        LaterOutcome.Later => now < said.AddDays(DaysUntilLater),
        LaterOutcome.Unknown => now < said.AddDays(DaysUntilKnown),
        _ => true,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<LaterAnswer>
    {
        public void Configure(EntityTypeBuilder<LaterAnswer> answer)
        {
            answer.ToTable("catalogue_later_answers");
            answer.HasKey(each => new { each.Solution, each.Part });
            answer.Property(each => each.Part).HasMaxLength(PartLength);
        }
    }
}

/// <summary>What became of a question.</summary>
internal enum LaterOutcome
{
    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>"Weet ik niet".</summary>
    Unknown,

    /// <summary>"Niet van toepassing".</summary>
    NotApplicable,

    /// <summary>"Later".</summary>
    Later,
}

/// <summary>A steward passed over a question.</summary>
[Told("Vraag over een pareltje overgeslagen")]
internal sealed record LaterQuestionPassed(SolutionId Solution, string Part, LaterOutcome Outcome) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "LaterQuestion";
}
