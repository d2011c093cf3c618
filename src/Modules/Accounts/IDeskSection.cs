using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts;

/// <summary>A section that another room adds to the desk of the editors: what waits for somebody to decide.</summary>
/// <remarks>
/// Register it as a service. A section decides itself for whom it is, puts the oldest thing first, and only reads: all
/// sections are asked side by side with <c>AskTogether</c>.
/// </remarks>
public interface IDeskSection : IPageSection
{
    /// <summary>The section for this person, or null when nothing waits.</summary>
    Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation);
}

/// <summary>A part of the desk.</summary>
/// <param name="View">Path of the partial view that draws it.</param>
/// <param name="Model">The model of that view.</param>
public sealed record DeskSection(string View, object Model)
{
    /// <summary>A section that is a plain list; nothing when the list is empty.</summary>
    public static DeskSection? Of(DeskList list) => list.Count == 0 ? null : new("/Desk/_List.cshtml", list);
}

/// <summary>What waits, as a list with links.</summary>
/// <param name="Heading">What they are, in Dutch: "Meldingen".</param>
/// <param name="Count">How many wait.</param>
/// <param name="Items">The oldest of them.</param>
/// <param name="Path">The page with all of them, from the root of the site; null when there is none.</param>
public sealed record DeskList(string Heading, int Count, IReadOnlyList<DeskItem> Items, string? Path = null)
{
    /// <summary>How many items a section shows; the rest stands on its own page.</summary>
    public const int Shown = 10;
}

/// <summary>One thing that waits.</summary>
/// <param name="Title">What it is, in the reader's language or as people wrote it.</param>
/// <param name="Path">Where it is decided, from the root of the site.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Detail">A line that helps to choose, if any.</param>
public sealed record DeskItem(string Title, string Path, DateOnly Since, string? Detail = null)
{
    /// <summary>Whether people wrote the title, so that it is Dutch on every page.</summary>
    public bool TitleIsWritten { get; init; }

    /// <summary>Whether people wrote the detail.</summary>
    public bool DetailIsWritten { get; init; }
}
