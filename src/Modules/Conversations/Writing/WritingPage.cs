using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Writing under one's own name: type, look at it as others will see it, and only then post it.</summary>
internal abstract class WritingPage(Words words) : FormPage
{
    private const string ChangeStep = "wijzig", PostStep = "plaats";

    [BindProperty]
    public WritingForm Form { get; set; } = new();

    /// <summary>Which button was pressed; without one the text is shown first.</summary>
    [BindProperty(Name = "stap")]
    public string? Step { get; set; }

    /// <summary>Whether the text is shown as others will see it.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>What it is about.</summary>
    public SolutionCard Solution { get; protected set; } = null!;

    /// <summary>The words around the field.</summary>
    public abstract WritingWords Around { get; }

    /// <summary>What the author reacts to, if anything.</summary>
    public virtual string? ReactsTo => null;

    /// <summary>The name under which it will stand.</summary>
    public string Author => Me.Name;

    /// <inheritdoc/>
    protected override bool LimitsPosts => true;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted))
            await base.OnPageHandlerExecutionAsync(context, next);
        else
            context.Result = NotFound();
    }

    public virtual void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Step != PostStep)
        {
            IsPreview = Step != ChangeStep;
            return Page();
        }

        var saved = await SaveAsync(cancellation);
        Tell(words[Around.Saved]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}#bijdrage-{saved}");
    }

    /// <summary>Reads what the address names; false when there is no such thing, or not for this person.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken cancellation);

    /// <summary>Posts the text.</summary>
    protected abstract Task<ContributionId> SaveAsync(CancellationToken cancellation);
}

/// <summary>The words around a text field; Dutch, keys of <c>Words</c>.</summary>
/// <param name="Title">What one does here.</param>
/// <param name="Label">What to type.</param>
/// <param name="Hint">What helps.</param>
/// <param name="Post">The button that posts it.</param>
/// <param name="Saved">What is told afterwards.</param>
internal sealed record WritingWords(string Title, string Label, string Hint, string Post, string Saved);

/// <summary>What somebody writes.</summary>
internal sealed class WritingForm
{
    [Required(ErrorMessage = "Schrijf eerst iets op.")]
    [StringLength(Contribution.TextLength, ErrorMessage = "Maak je tekst korter: hoogstens 4.000 tekens.")]
    public string Text { get; set; } = "";
}
