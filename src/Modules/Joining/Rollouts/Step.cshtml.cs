using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Write down how far a step is. Two colleagues at the same step lose nothing.</summary>
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
internal sealed class StepModel(JoiningDb db, AskTogether together, ChangeRollout change, FileStore files, Words words) : RolloutPage(db)
{
    // Room for several files at once, and for one that is too large to get a message about it.
    private const int MaxRequest = 100 << 20;

    [BindProperty]
    public StepForm Form { get; set; } = new();

    public RolloutStep Step { get; private set; } = null!;

    /// <summary>What a colleague made of it in the meantime.</summary>
    public RolloutStep? Theirs { get; private set; }

    /// <summary>Who can do it.</summary>
    public IReadOnlyList<PersonSummary> Colleagues { get; private set; } = [];

    public static IReadOnlyList<Choice> States { get; } =
        [.. Enum.GetValues<StepState>().Select(state => new Choice(state.ToString(), state.Text()))];

    public static IReadOnlyList<Choice> Obstacles { get; } =
        [.. Enum.GetValues<Obstacle>().Select(obstacle => new Choice(obstacle.ToString(), obstacle.Text()))];

    /// <summary>The files that can be taken away.</summary>
    public IReadOnlyList<Choice> Evidence => [.. Step.Files.Select(each => new Choice(each.File.ToString(), each.Name))];

    public IEnumerable<Choice> People => Colleagues.Select(each => new Choice(each.Id.ToString(), each.Name));

    public IActionResult OnGet(int number)
    {
        if (Rollout.Steps.FirstOrDefault(each => each.Number == number) is not { } found)
            return NotFound();
        Step = found;
        Form = StepForm.Of(Step);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Step = Rollout.StepOf(Form.Step);
        await ReadColleaguesAsync(cancellation);
        // First the files: a browser does not send a chosen file twice.
        var troubles = await AttachAsync(cancellation);
        Theirs = await change.RunAsync(
            Rollout.Id, Form.Step, Form.ToFacts([.. Colleagues.Select(each => each.Id)]), Form.Seen, Me, cancellation);
        await FindAsync(cancellation);
        Step = Rollout.StepOf(Form.Step);
        if (Theirs is null && troubles.Count == 0)
        {
            Tell(words["Stap {0} is bijgewerkt.", Step.Number]);
            return Redirect(PathOf($"#stap-{Step.Number}"));
        }

        Form.Seen = Step.Revision;
        ModelState.Clear();
        if (troubles.Count > 0)
            ModelState.AddModelError("Form.Evidence", string.Join(" ", troubles));
        if (Theirs is not null)
            ModelState.AddModelError("", "Een collega werkte deze stap net ook bij. Jouw tekst staat er nog. Vergelijk en bewaar opnieuw.");
        return Page();
    }

    /// <summary>A button on the board: the step moves, and the rest of it stays as it is.</summary>
    public async Task<IActionResult> OnPostMoveAsync([FromQuery(Name = "stap")] Guid step, StepState to, CancellationToken cancellation)
    {
        Step = Rollout.StepOf(step);
        Form = StepForm.Of(Step);
        if (to == StepState.Skipped || !Enum.IsDefined(to))
            throw new RuleViolation("", "Kies hoe ver deze stap is.");
        await change.RunAsync(Rollout.Id, step, Step.Facts with { State = to }, Step.Revision, Me, cancellation);
        Tell(words["Stap {0} staat nu bij ‘{1}’.", Step.Number, words[to.Text()]], Step.IsClosed ? null : MoveTo(Step, Step.State));
        return Redirect(PathOf("?als=bord"));
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        // After an error in the form the handler did not run, and a step may be gone.
        Step ??= Rollout.Steps.FirstOrDefault(each => each.Step == Form.Step)
            ?? Rollout.Steps.FirstOrDefault(each => string.Equals($"{each.Number}", (string?)RouteData.Values["number"], StringComparison.Ordinal))
            ?? Rollout.Steps[0];
        if (Colleagues.Count == 0)
            await ReadColleaguesAsync(cancellation);
    }

    private async Task<List<string>> AttachAsync(CancellationToken cancellation)
    {
        var (added, troubles) = (new List<EvidenceFile>(), new List<string>());
        var staying = Step.Files.Count(file => !Form.Remove.Contains(file.File.Value));
        foreach (var sent in Form.Evidence)
        {
            try
            {
                if (staying + added.Count >= RolloutStep.MostFiles)
                    throw new RuleViolation("", RolloutStep.TooManyFiles);
                await using var content = sent.OpenReadStream();
                var stored = await files.AddAsync(Rollout.Id, sent.FileName, content, cancellation);
                added.Add(new(stored.Id, stored.Name, stored.Size));
            }
            catch (RuleViolation broken)
            {
                troubles.Add($"{Path.GetFileName(sent.FileName)}: {words[broken.Message]}");
            }
        }

        await change.AttachAsync(Rollout.Id, Step.Step, added, [.. Form.Remove.Select(each => new FileId(each))], Me, cancellation);
        return troubles;
    }

    private async Task ReadColleaguesAsync(CancellationToken cancellation)
    {
        IReadOnlyList<PersonSummary>[] found = [[], []];
        await together.AllAsync(
        [
            async services => found[0] = await MembersAsync(services, MembershipRole.Contributor, cancellation),
            async services => found[1] = await MembersAsync(services, MembershipRole.Coordinator, cancellation),
        ], cancellation);
        Colleagues = [.. found.SelectMany(each => each).DistinctBy(each => each.Id).OrderBy(each => each.Name, StringComparer.CurrentCulture)];
    }

    private Task<IReadOnlyList<PersonSummary>> MembersAsync(IServiceProvider services, MembershipRole role, CancellationToken cancellation) =>
        services.GetRequiredService<IAccounts>().MembersAsync(Rollout.Organisation, role, cancellation);
}
