namespace Parelmuur.Conversations.Following;

/// <summary>A kind of thing that people can follow: what is it called, and where is it?</summary>
/// <remarks>One more class of these, registered as a service, is all that a new kind needs.</remarks>
internal interface IFollowable
{
    /// <summary>The kind as it stands in the address and in the table: "oplossing".</summary>
    string Kind { get; }

    /// <summary>The heading above the things of this kind in a list: a key of <c>Words</c>.</summary>
    string Heading { get; }

    /// <summary>The things with these keys that everyone may see, in the reader's language, by the key that was asked; others are left out.</summary>
    Task<IReadOnlyDictionary<string, Followed>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);
}

/// <summary>Something that can be followed.</summary>
/// <param name="Key">Its key today: another than was asked when it was taken up in another.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Path">Its page, from the root of the site in the reader's language: "/muur?thema=wonen".</param>
/// <param name="IsWritten">Whether the name was written by a person, so that it is in Dutch in any language.</param>
internal sealed record Followed(string Key, string Name, string Path, bool IsWritten);
