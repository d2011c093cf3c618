using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Stages;

/// <summary>Who looks after a solution asks for the next step, with the evidence. Editors bring it to who decides.</summary>
internal sealed class StageRequest
{
    public const int NoteLength = 1_000;

    private StageRequest() { }

    public Guid Id { get; private set; }

    public SolutionId Solution { get; private set; }

    public Stage To { get; private set; }

    public PersonId Person { get; private set; }

    public OrganisationId? Organisation { get; private set; }

    public DateTimeOffset Asked { get; private set; }

    public string Note { get; private set; } = "";

    public StageEvidence Evidence { get; private set; } = StageEvidence.None;

    /// <summary>When it was decided or taken back; null while it waits.</summary>
    public DateTimeOffset? Closed { get; private set; }

    /// <summary>The decision that answered it; null while it waits, or when it was taken back.</summary>
    public Guid? Decision { get; private set; }

    /// <summary>Asks for the next step.</summary>
    public static StageRequest Of(Solution solution, Stage to, string note, StageEvidence evidence, CurrentPerson by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Solution = solution.Id,
        To = to,
        Person = by.Id,
        Organisation = by.Organisation,
        Asked = now,
        Note = note,
        Evidence = evidence,
    };

    /// <summary>The person asks again, with other evidence.</summary>
    public void Again(string note, StageEvidence evidence, DateTimeOffset now) => (Note, Evidence, Asked) = (note, evidence, now);

    /// <summary>A body decided.</summary>
    public void Decide(StageDecision decision, DateTimeOffset now) => (Decision, Closed) = (decision.Id, now);

    /// <summary>The decision was taken back, so that it waits again.</summary>
    public void Reopen() => (Decision, Closed) = (null, null);

    /// <summary>The person does not ask it any more.</summary>
    public void Withdraw(DateTimeOffset now) => Closed = now;

    internal sealed class Mapping : IEntityTypeConfiguration<StageRequest>
    {
        public void Configure(EntityTypeBuilder<StageRequest> request)
        {
            request.ToTable("catalogue_stage_requests");
            request.HasKey(each => each.Id);
            request.Property(each => each.Id).ValueGeneratedNever();
            request.Property(each => each.Note).HasMaxLength(NoteLength);
            request.Property(each => each.Evidence).AsJson();
            request.HasIndex(each => new { each.Solution, each.Closed });
            request.HasIndex(each => each.Closed);
        }
    }
}
