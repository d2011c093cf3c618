using System.Security.Cryptography;
using System.Text;
using Parelmuur.Adoption;

namespace Parelmuur.Catalogue.Import;

/// <summary>What one reading of a source tells before anything is written: doubles, groups and who leads each group.</summary>
/// <remarks>
/// Keeps numbers only, about a hundred bytes an entry, so that the texts need not be in memory. Of the entries of one
/// solution that one leads, and gives the texts, whose text most of them have; then the longest; then the lowest id.
/// The order of the rows makes no difference.
/// </remarks>
internal sealed class Survey
{
    /// <summary>How many rows one import takes, so that what is kept of them stays within bounds.</summary>
    public const int MostRows = 500_000;

    private readonly HashSet<ulong> ids = [];
    private readonly HashSet<long> doubles = [];
    private readonly Dictionary<ulong, Group> groups = [];
    private readonly Dictionary<ulong, Text> texts = [];
    private readonly Dictionary<ulong, UseState> states = [];

    /// <summary>Entries that will be imported.</summary>
    public long Count { get; private set; }

    public bool HasMembers => groups.Count < Count;

    public bool HasRelations { get; private set; }

    /// <summary>Whether nothing more fits.</summary>
    public bool IsFull => Count + doubles.Count >= MostRows;

    /// <summary>The last row that was counted in.</summary>
    public long LastRow { get; private set; }

    /// <summary>Counts an entry in.</summary>
    /// <returns>False when its id came before.</returns>
    public bool Add(ImportedEntry entry)
    {
        LastRow = entry.Row;
        if (!ids.Add(Hash(entry.SourceId)))
        {
            doubles.Add(entry.Row);
            return false;
        }

        Count++;
        HasRelations |= entry.Relations.Count > 0;
        var key = GroupOf(entry);
        AddText(key, entry);
        AddStates(key, entry);
        var published = entry.Published ?? DateOnly.MaxValue;
        groups[key] = groups.TryGetValue(key, out var group)
            ? group with { Published = Min(group.Published, published) }
            : new Group(published, 0);
        return true;
    }

    /// <summary>Chooses who leads each group; nothing is added afterwards.</summary>
    public void Finish()
    {
        foreach (var (key, text) in texts)
        {
            var group = groups[text.Group];
            if (group.LeadingText == 0 || text.Leads(texts[group.LeadingText]))
                groups[text.Group] = group with { LeadingText = key };
        }

        ids.Clear();
    }

    /// <summary>The group of an entry; one that stands alone is a group by itself.</summary>
    public static ulong GroupOf(ImportedEntry entry) => Hash(entry.Group is null ? "id " + entry.SourceId : "title " + entry.Group);

    /// <summary>Whether the entry is imported: not when its id came before, or when the import was full already.</summary>
    public bool Takes(ImportedEntry entry) => entry.Row <= LastRow && !doubles.Contains(entry.Row);

    public bool Leads(ImportedEntry entry) => texts[groups[GroupOf(entry)].LeadingText].LowestId == Hash(entry.SourceId);

    /// <summary>Whether the entry says what its leader says, and so what the solution says.</summary>
    public bool SaysAsLeader(ImportedEntry entry) => groups[GroupOf(entry)].LeadingText == TextOf(GroupOf(entry), entry);

    /// <summary>The first day any entry of the group was public.</summary>
    public DateOnly? PublishedOf(ImportedEntry entry) =>
        groups[GroupOf(entry)].Published is var day && day == DateOnly.MaxValue ? null : day;

    /// <summary>Where the use stands when the organisation has several entries for one solution: the one most in use counts.</summary>
    public UseState StateOf(ImportedEntry entry, ImportedUse use) => states[Pair(GroupOf(entry), use)];

    private void AddText(ulong group, ImportedEntry entry)
    {
        var length = entry.Content.Promise.Length + entry.Content.WhatWeDid.Length;
        var id = Hash(entry.SourceId);
        var key = TextOf(group, entry);
        texts[key] = texts.TryGetValue(key, out var text)
            ? text with { Times = text.Times + 1, LowestId = Math.Min(text.LowestId, id) }
            : new Text(group, 1, length, id);
    }

    private void AddStates(ulong group, ImportedEntry entry)
    {
        foreach (var use in entry.Uses)
        {
            var pair = Pair(group, use);
            if (!states.TryGetValue(pair, out var state) || Strength(use.State) > Strength(state))
                states[pair] = use.State;
        }
    }

    private static ulong TextOf(ulong group, ImportedEntry entry) => Hash($"{group} {entry.Content.Promise}{entry.Content.WhatWeDid}");

    private static ulong Pair(ulong group, ImportedUse use) => Hash($"{group} {use.Organisation}");

    private static int Strength(UseState state) => state switch
    {
        UseState.Active => 3,
        UseState.Planned => 2,
        UseState.Ended => 1,
        _ => 0,
    };

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    // The first eight bytes: among two million entries the chance of two alike is one in nine million.
    private static ulong Hash(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private readonly record struct Group(DateOnly Published, ulong LeadingText);

    private readonly record struct Text(ulong Group, int Times, int Length, ulong LowestId)
    {
        public bool Leads(Text other) =>
            (Times, Length, other.LowestId).CompareTo((other.Times, other.Length, LowestId)) > 0;
    }
}
