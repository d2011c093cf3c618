using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Joining.Rollouts;

/// <summary>One organisation's own copy of a step plan: how far each step is, who does it, and what it took.</summary>
internal sealed class Rollout
{
    private readonly List<RolloutStep> steps = [];

    private Rollout() { }

    public Guid Id { get; private set; }

    public SolutionId Solution { get; private set; }

    /// <summary>The version of the plan that they took over, or last compared with theirs.</summary>
    public int Version { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>1 the first time that the organisation began with this plan; it can begin again after it stopped.</summary>
    public int Attempt { get; private set; }

    public DateOnly Started { get; private set; }

    /// <summary>Who started it; null for samples.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>The day on which the last step was done or skipped.</summary>
    public DateOnly? Finished { get; private set; }

    public DateOnly? Stopped { get; private set; }

    /// <summary>Goes up with each change, so that the last step of two at the same moment is seen to be the last.</summary>
    public int Revision { get; private set; }

    /// <summary>In the order of the plan.</summary>
    public IReadOnlyList<RolloutStep> Steps => steps;

    public bool IsRunning => Finished is null && Stopped is null;

    /// <summary>The number of a step as people count; 0 when it is not in this roll-out.</summary>
    public int PlaceOf(Guid step) => steps.Find(each => each.Step == step)?.Number ?? 0;

    /// <summary>A step, wherever it stands now.</summary>
    /// <exception cref="RuleViolation">It is not in this roll-out.</exception>
    public RolloutStep StepOf(Guid step) => steps.Find(each => each.Step == step)
        ?? throw new RuleViolation("", "Deze stap staat niet meer in jullie stappenplan. Jouw tekst staat er nog. Kies in het stappenplan de stap waar hij bij hoort.");

    /// <summary>Begins with a plan.</summary>
    public static Rollout Start(StepPlan plan, OrganisationId organisation, int attempt, PersonId? person, DateOnly today)
    {
        var rollout = new Rollout
        {
            Id = Guid.CreateVersion7(),
            Solution = plan.Solution,
            Version = plan.Number,
            Organisation = organisation,
            Attempt = attempt,
            Person = person,
            Started = today,
        };
        rollout.steps.AddRange(plan.Steps.Select((step, place) => new RolloutStep(rollout.Id, step, place + 1)));
        return rollout;
    }

    /// <summary>Writes down how far a step is. When it was the last one to do, the roll-out is finished.</summary>
    /// <exception cref="RuleViolation">The roll-out is not running, or what is said of the step cannot be.</exception>
    public void Change(RolloutStep step, StepFacts facts, DateOnly today)
    {
        if (!IsRunning)
            throw new RuleViolation("", "Dit stappenplan loopt niet meer. Kies eerst ‘Ga weer verder’.");
        step.Become(facts, today);
        Revision++;
        FinishWhenDone(today);
    }

    /// <summary>Takes over from a newer version of the plan what they want of it. The rest stays as it is, with all that was written down.</summary>
    /// <param name="plan">The newer version.</param>
    /// <param name="wanted">The steps that become as in that version; one that is not in it is skipped when it was not done.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleViolation">The roll-out is not running.</exception>
    public void Renew(StepPlan plan, IReadOnlySet<Guid> wanted, DateOnly today)
    {
        if (!IsRunning)
            throw new RuleViolation("", "Dit stappenplan loopt niet meer. Kies eerst ‘Ga weer verder’.");
        foreach (var planned in plan.Steps.Where(step => wanted.Contains(step.Id)))
        {
            if (steps.Find(each => each.Step == planned.Id) is { } own)
                own.TakeOver(planned);
            else
                steps.Add(new(Id, planned, steps.Count + 1));
        }

        foreach (var gone in steps.Where(each => !each.IsClosed && wanted.Contains(each.Step) && plan.PlaceOf(each.Step) == 0))
            gone.Become(gone.Facts with { State = StepState.Skipped, Reason = "Deze stap staat niet meer in het plan." }, today);
        Reorder(plan);
        Version = plan.Number;
        Revision++;
        FinishWhenDone(today);
    }

    // What the plan does not have stays behind the step that stood before it.
    private void Reorder(StepPlan plan)
    {
        var ordered = steps.Where(each => plan.PlaceOf(each.Step) > 0).OrderBy(each => plan.PlaceOf(each.Step)).ToList();
        foreach (var (place, own) in steps.Index().Where(each => plan.PlaceOf(each.Item.Step) == 0))
            ordered.Insert(place == 0 ? 0 : ordered.IndexOf(steps[place - 1]) + 1, own);
        foreach (var (place, step) in ordered.Index())
            step.Number = place + 1;
        steps.Sort((left, right) => left.Number.CompareTo(right.Number));
    }

    private void FinishWhenDone(DateOnly today)
    {
        if (steps.TrueForAll(each => each.IsClosed) && steps.Exists(each => each.State == StepState.Done))
            Finished = today;
    }

    /// <summary>Keeps files as evidence of a step, also when the roll-out is finished.</summary>
    /// <exception cref="RuleViolation">The step has too many.</exception>
    public void Attach(RolloutStep step, IEnumerable<EvidenceFile> added, IReadOnlyCollection<FileId> removed)
    {
        foreach (var file in removed)
            step.Detach(file);
        foreach (var file in added)
            step.Attach(file);
        Revision++;
    }

    /// <summary>They do not go on.</summary>
    /// <exception cref="RuleViolation">It is finished, or stopped already.</exception>
    public void Stop(DateOnly today)
    {
        if (!IsRunning)
            throw new RuleViolation("", "Dit stappenplan loopt al niet meer.");
        Stopped = today;
        Revision++;
    }

    /// <summary>They go on after all.</summary>
    /// <exception cref="RuleViolation">It is running.</exception>
    public void Resume()
    {
        if (IsRunning)
            throw new RuleViolation("", "Dit stappenplan loopt al.");
        (Stopped, Finished) = (null, null);
        Revision++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Rollout>
    {
        public void Configure(EntityTypeBuilder<Rollout> rollout)
        {
            rollout.ToTable("joining_rollouts");
            rollout.HasKey(each => each.Id);
            rollout.Property(each => each.Id).ValueGeneratedNever();
            rollout.Property(each => each.Revision).IsConcurrencyToken();
            rollout.HasMany(each => each.Steps).WithOne().HasForeignKey(step => step.Rollout);
            // Two colleagues who begin at the same moment begin once.
            rollout.HasIndex(each => new { each.Organisation, each.Solution, each.Attempt }).IsUnique();
            rollout.HasIndex(each => each.Solution);
        }
    }
}
