namespace Parelmuur.Search.Index;

/// <summary>What the index keeps of an entry besides its words and facets. Dates are day numbers.</summary>
internal readonly record struct Entry
{
    private Entry(SearchEntry entry) =>
        (Id, Kind, Title, Users, ConfirmedUsers, Created, Confirmed, Faded, Tentative) = (
            entry.Id,
            entry.Kind,
            entry.Title,
            entry.Users,
            entry.ConfirmedUsers,
            entry.Created.DayNumber,
            entry.Confirmed?.DayNumber ?? 0,
            entry.Faded,
            entry.Tentative);

    public Guid Id { get; }

    public string Kind { get; }

    public string Title { get; }

    /// <summary>Equal for titles that are equal when folded: see <see cref="TitleKeys"/>.</summary>
    public ulong TitleKey { get; private init; }

    public int Users { get; }

    public int ConfirmedUsers { get; }

    public int Created { get; }

    /// <summary>0 when nobody confirmed it yet.</summary>
    public int Confirmed { get; }

    public bool Faded { get; }

    public bool Tentative { get; }

    /// <summary>See <see cref="EntryPrint"/>.</summary>
    public ulong Print { get; private init; }

    /// <summary>See <see cref="EntryLength"/>.</summary>
    public byte Length { get; private init; }

    /// <summary>Whose words are whose; null when nobody else tells of it.</summary>
    public Voices? Voices { get; private init; }

    public static Entry Of(SearchEntry entry, ulong titleKey, ulong print, EntryWords words) =>
        new(entry) { TitleKey = titleKey, Print = print, Length = EntryLength.Of(words.Count), Voices = words.Voices };
}
