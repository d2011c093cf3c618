using System.Runtime.CompilerServices;

namespace Parelmuur.Catalogue.Import;

/// <summary>Reads a source once when its texts fit in memory, and each time anew when they do not.</summary>
internal sealed class RowsInMemory(EntryReader reader)
{
    // About a hundred megabytes, at two bytes a letter.
    private const long MostLetters = 50_000_000;

    private List<ImportedRow>? kept;

    /// <summary>All rows in their order.</summary>
    public async IAsyncEnumerable<ImportedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (kept is not null)
        {
            foreach (var row in kept)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return row;
            }

            yield break;
        }

        var (fresh, letters) = (new List<ImportedRow>(), 0L);
        await foreach (var row in reader.ReadAsync(cancellation))
        {
            letters += LettersOf(row);
            if (letters <= MostLetters)
                fresh.Add(row);
            else if (fresh.Count > 0)
                fresh = [];
            yield return row;
        }

        // Who stops half-way never gets here, so what is kept is whole.
        if (letters <= MostLetters)
            kept = fresh;
    }

    // A row takes some room itself, so that millions of empty ones are not kept either.
    private static int LettersOf(ImportedRow row) => 200 + (row is not ImportedEntry { Content: var content } ? 0
        : content.Promise.Length + content.Problem.Length + content.WhatWeDid.Length + content.Result.Length
            + content.ForWhom.Length + content.Requirements.Length + content.Laws.Sum(law => law.Length)
            + content.Accessibility.Length + content.NonDigital.Length + content.DataFreedom.Length);
}
