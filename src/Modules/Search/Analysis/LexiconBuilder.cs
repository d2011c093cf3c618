using System.Runtime.CompilerServices;

namespace Parelmuur.Search.Analysis;

/// <summary>Gathers words for a <see cref="Lexicon"/>; a word given twice gets the roles of both.</summary>
internal sealed class LexiconBuilder
{
    private ulong[] keys;
    private WordRole[] roles;
    private int count;

    /// <param name="words">About how many words will come.</param>
    public LexiconBuilder(int words = 1_000)
    {
        var room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words * 3 / 2);
        (keys, roles) = (new ulong[room], new WordRole[room]);
    }

    /// <summary>Goes on from an existing lexicon, which stays as it is.</summary>
    public LexiconBuilder(Lexicon from) =>
        (keys, roles, count) = ((ulong[])from.Keys.Clone(), (WordRole[])from.Roles.Clone(), from.Count);

    /// <summary>Adds a folded word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LexiconBuilder Add(ReadOnlySpan<char> word, WordRole role)
    {
        if (count * 10L > keys.Length * 7L)
            Grow();
        Put(Lexicon.Hash(word), role);
        return this;
    }

    /// <summary>Adds folded words, separated by spaces, that share a role.</summary>
    public LexiconBuilder AddAll(string words, WordRole role)
    {
        foreach (var word in words.AsSpan().Split(' '))
            Add(words.AsSpan(word), role);
        return this;
    }

    /// <summary>The lexicon; the builder must not be used after this.</summary>
    public Lexicon Build() => new(keys, roles, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(ulong hash, WordRole role)
    {
        var slot = Lexicon.Slot(keys, hash);
        if (keys[slot] == 0)
            count++;
        keys[slot] = hash;
        roles[slot] |= role;
    }

    private void Grow()
    {
        var (oldKeys, oldRoles) = (keys, roles);
        (keys, roles, count) = (new ulong[oldKeys.Length * 2], new WordRole[oldKeys.Length * 2], 0);
        for (var slot = 0; slot < oldKeys.Length; slot++)
        {
            if (oldKeys[slot] != 0)
                Put(oldKeys[slot], oldRoles[slot]);
        }
    }
}
