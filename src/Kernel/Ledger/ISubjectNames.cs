namespace Parelmuur.Kernel.Ledger;

/// <summary>A room that can name one kind of thing that the ledger is about.</summary>
public interface ISubjectNames
{
    /// <summary>The kind, as its events say it: "Solution".</summary>
    string Subject { get; }

    /// <summary>The names of these things, with the page they have, if any. Unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);
}

/// <summary>How people call a thing that the ledger is about.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its page from the root of the site.</param>
public sealed record SubjectName(string Name, string? Path = null);
