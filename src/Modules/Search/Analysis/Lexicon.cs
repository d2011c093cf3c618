using System.Runtime.CompilerServices;

namespace Parelmuur.Search.Analysis;

/// <summary>The words that Dutch compounds are built from.</summary>
/// <remarks>
/// Holds no words but a 64-bit hash of each. Two words almost never share one, and if they did, a compound would at
/// worst be split wrongly. So 130,000 words fit in 2.5 MB. Immutable; a <see cref="LexiconBuilder"/> makes it.
/// </remarks>
internal sealed class Lexicon(ulong[] keys, WordRole[] roles, int count)
{
    private const int FewestEntries = 3;
    private const int ShortestLearned = 5;

    /// <summary>The hash of nothing, to start <see cref="Extend"/> with.</summary>
    public const ulong EmptyHash = 0xcbf29ce484222325;

    /// <summary>The number of words.</summary>
    public int Count => count;

    internal ulong[] Keys => keys;

    internal WordRole[] Roles => roles;

    /// <summary>What is known of a folded word.</summary>
    public WordRole this[ReadOnlySpan<char> word] => this[Hash(word)];

    /// <summary>What is known of the word with this hash.</summary>
    public WordRole this[ulong hash]
    {
        get
        {
            var slot = Slot(keys, hash);
            return keys[slot] == hash ? roles[slot] : WordRole.None;
        }
    }

    /// <summary>Reads the word list that is shipped with the program, and the words of municipal work.</summary>
    public static Lexicon Load()
    {
        var list = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Lexicon", "nl.dic"));
        var builder = new LexiconBuilder(130_000);
        HunspellWords.Read(list, builder);
        MunicipalWords.AddTo(builder);
        return builder.Build();
    }

    /// <summary>This lexicon with the words of the catalogue itself that it does not know yet.</summary>
    /// <param name="words">Folded words with the number of entries they occur in; rare and short ones are left out.</param>
    public Lexicon With(IEnumerable<KeyValuePair<string, int>> words)
    {
        var builder = new LexiconBuilder(this);
        foreach (var (word, entries) in words)
        {
            if (entries >= FewestEntries && word.Length >= ShortestLearned && word.All(char.IsAsciiLetterLower) &&
                this[word] == WordRole.None && Inflections.Role(this, word) == WordRole.None)
            {
                builder.Add(word, WordRole.Word | WordRole.Begin | WordRole.End);
            }
        }

        return builder.Build();
    }

    /// <summary>The hash of a word that is one letter longer, so that a walk along a compound need not start over.</summary>
    public static ulong Extend(ulong hash, char letter) => ((hash ^ letter) * 0x9E3779B97F4A7C15) ^ (hash >> 29);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = EmptyHash;
        foreach (var letter in word)
            hash = Extend(hash, letter);
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Slot(ulong[] keys, ulong hash)
    {
        var mask = keys.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != hash)
            slot = (slot + 1) & mask;
        return slot;
    }
}
