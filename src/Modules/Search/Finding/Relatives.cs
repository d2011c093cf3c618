using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The words of the vocabulary that relate to a question, known before any entry is read.</summary>
/// <remarks>Nearly every word of an entry has nothing to do with the question; one bit tells so.</remarks>
internal sealed class Relatives
{
    private readonly Vocabulary vocabulary;
    private readonly Kinship kinship;
    private readonly ulong[] related;

    public Relatives(Vocabulary vocabulary, Kinship kinship)
    {
        (this.vocabulary, this.kinship) = (vocabulary, kinship);
        related = new ulong[Bits.Words(vocabulary.Count)];
        foreach (var root in kinship.Stems.Select(vocabulary.FindRoot).OfType<Root>())
        {
            Add(root.Forms);
            Add(root.Compounds);
        }
    }

    /// <summary>The closest relation of a word to an asked word, or null.</summary>
    /// <param name="word">Its id.</param>
    public Kin? Of(int word) =>
        word < related.Length * Bits.PerWord && Bits.Has(related, word) ? kinship.Of(vocabulary[word].Term) : null;

    private void Add(ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            // A word that came in after the question began is in no entry of its snapshot.
            if (word < related.Length * Bits.PerWord)
                Bits.Add(related, word);
        }
    }
}
