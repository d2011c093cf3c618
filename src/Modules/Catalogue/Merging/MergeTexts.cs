using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Compares the texts of two solutions part by part, and makes one of them.</summary>
internal sealed class MergeTexts(IOrganisations organisations, Words words)
{
    /// <summary>The parts that differ; of a part that only one has, there is nothing to choose.</summary>
    public IReadOnlyList<PartChoice> Choices(Solution into, Solution other)
    {
        var (own, theirs) = (Form(into.Content()), Form(other.Content()));
        return [.. Parts.All.Where(part => part.Of(theirs).Length > 0 && part.Of(own) != part.Of(theirs))
            .Select(part => new PartChoice(part, part.Said(own, words), part.Said(theirs, words)))];
    }

    /// <summary>One content with the chosen parts of another.</summary>
    public SolutionContent Take(SolutionContent own, SolutionContent theirs, IEnumerable<string> parts)
    {
        var (form, other) = (Form(own), Form(theirs));
        foreach (var part in Parts.All.Where(part => parts.Contains(part.Name)))
            part.Set(form, part.Of(other));
        return form.To(own, organisations);
    }

    /// <summary>Whether a part says the same in both.</summary>
    public bool IsSame(string part, SolutionContent one, SolutionContent other) =>
        Parts.All.First(each => each.Name == part) is var found && found.Of(Form(one)) == found.Of(Form(other));

    /// <summary>Every part that says something, to read.</summary>
    public IReadOnlyList<(string Label, string Text)> Read(SolutionContent content)
    {
        var form = Form(content);
        return [.. Parts.All.Where(part => part.Of(form).Length > 0).Select(part => (words[part.Label], part.Said(form, words)))];
    }

    private EditForm Form(SolutionContent content) => EditForm.Of(content, 0, organisations);
}

/// <summary>A part that differs.</summary>
/// <param name="Part">The part.</param>
/// <param name="Own">What the one that goes on says; may be empty.</param>
/// <param name="Other">What the other says.</param>
internal sealed record PartChoice(Part Part, string Own, string Other)
{
    /// <summary>Whether there is something to choose.</summary>
    public bool IsOpen => Own.Length > 0;
}
