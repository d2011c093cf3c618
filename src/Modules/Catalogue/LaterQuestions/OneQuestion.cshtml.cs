using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.LaterQuestions;

/// <summary>Answers one question about a solution that one looks after, or says why not. An answer is a revision like any other.</summary>
internal sealed class OneQuestionModel(CatalogueDb db, ReviseSolution revise, IOrganisations organisations, TimeProvider time, Words words)
    : StewardshipPage(db)
{
    protected override bool LimitsPosts => true;

    private bool again;

    [BindProperty]
    public LaterForm Form { get; set; } = new();

    /// <summary>The question of the address.</summary>
    public LaterQuestion? Question { get; private set; }

    /// <summary>The same, as it stands on other pages.</summary>
    public OpenQuestion Open => new(Solution.Slug, Solution.Title, Solution.Stage, Question!, 0);

    public IActionResult OnGet(string vraag) => Find(vraag) is null ? NotFound()
        : Question!.Part.Of(Now()).Length > 0 ? Redirect(PathOf()) : Page();

    public async Task<IActionResult> OnPostAsync(string vraag, CancellationToken cancellation)
    {
        if (Find(vraag) is not { } question)
            return NotFound();
        var form = Now();
        if (question.Part.Of(form).Length > 0)
        {
            Tell(words["Iemand anders vulde dit net in. Er is niets veranderd."]);
            return Redirect(PathOf());
        }

        question.Part.Set(form, Checked(question, form));
        await SayAsync(LaterOutcome.Answered, cancellation);
        try
        {
            var before = await revise.RunAsync(Solution, Content(question, form), Me, cancellation);
            Tell(words["Dank je wel. Je antwoord staat erbij."], before is { } number ? PathOf($"/geschiedenis/{number}") : null);
        }
        catch (DbUpdateException) when (!again)
        {
            // Somebody saved between reading and writing: once more, on what is stored now.
            again = true;
            Db.ChangeTracker.Clear();
            Reread(await Db.Solutions.SingleAsync(each => each.Id == Solution.Id, cancellation));
            return await OnPostAsync(vraag, cancellation);
        }

        return Redirect($"{Request.PathBase}/mijn");
    }

    /// <summary>"Weet ik niet", "niet van toepassing", "later".</summary>
    public async Task<IActionResult> OnPostPassAsync(string vraag, [FromForm(Name = "antwoord")] LaterOutcome outcome, CancellationToken cancellation)
    {
        if (Find(vraag) is null || outcome is LaterOutcome.Answered || !Enum.IsDefined(outcome))
            return NotFound();
        await SayAsync(outcome, cancellation);
        Db.Record(new LaterQuestionPassed(Solution.Id, Question!.Name, outcome), Me.Actor);
        await Db.SaveChangesAsync(cancellation);
        Tell(outcome == LaterOutcome.NotApplicable ? words["Goed. We vragen dit niet meer."] : words["Goed. We vragen het later nog eens."]);
        return Redirect($"{Request.PathBase}/mijn");
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.StewardedBy(Me.Id);

    private LaterQuestion? Find(string slug) => Question = LaterQuestion.All.FirstOrDefault(each => each.Slug == slug);

    private EditForm Now() => EditForm.Of(Solution.Content(), Solution.Version, organisations);

    private string Checked(LaterQuestion question, EditForm form)
    {
        if (Lines.Clean(Form.Answer) is not { Length: > 0 } answer)
            throw new RuleViolation(nameof(LaterForm.Answer), "Geef een antwoord, of kies hieronder waarom niet.");
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateProperty(answer, new ValidationContext(form) { MemberName = question.Name }, wrong)
            ? answer : throw new RuleViolation(nameof(LaterForm.Answer), wrong[0].ErrorMessage!);
    }

    private SolutionContent Content(LaterQuestion question, EditForm form)
    {
        try
        {
            return form.To(Solution.Content(), organisations);
        }
        catch (RuleViolation broken) when (broken.Field == question.Name)
        {
            // Here the part has another name.
            throw new RuleViolation(nameof(LaterForm.Answer), broken.Message);
        }
    }

    private async Task SayAsync(LaterOutcome outcome, CancellationToken cancellation)
    {
        var answer = await Db.LaterAnswers.FindAsync([Solution.Id, Question!.Name], cancellation);
        if (answer is null)
            Db.LaterAnswers.Add(answer = new(Solution.Id, Question.Name));
        answer.Say(outcome, Me.Id, time.GetUtcNow());
    }
}

/// <summary>The one answer.</summary>
internal sealed class LaterForm
{
    public string? Answer { get; set; }
}
