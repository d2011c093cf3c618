using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Attachments;

/// <summary>Something happened to a file of a solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="File">The stored file.</param>
internal abstract record AttachmentEvent(SolutionId Solution, FileId File) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A file was attached.</summary>
[Told("Bijlage toegevoegd")]
internal sealed record AttachmentAdded(SolutionId Solution, FileId File, string Name, string Type, long Size) : AttachmentEvent(Solution, File);

/// <summary>The name, description or place of a file changed.</summary>
[Told("Bijlage aangepast")]
internal sealed record AttachmentChanged(SolutionId Solution, FileId File) : AttachmentEvent(Solution, File);

/// <summary>A file is not attached any more. Older versions still know it.</summary>
[Told("Bijlage verwijderd")]
internal sealed record AttachmentRemoved(SolutionId Solution, FileId File) : AttachmentEvent(Solution, File);
