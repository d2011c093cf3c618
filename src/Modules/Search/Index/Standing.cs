namespace Parelmuur.Search.Index;

/// <summary>What an entry is ordered by when nothing is asked. Dates are day numbers.</summary>
/// <param name="Users">See <see cref="Entry"/>.</param>
/// <param name="Created">See <see cref="Entry"/>.</param>
/// <param name="Confirmed">See <see cref="Entry.Confirmed"/>.</param>
/// <param name="Tentative">See <see cref="Entry"/>.</param>
internal readonly record struct Standing(int Users, int Created, int Confirmed, bool Tentative)
{
    public Standing(in Entry entry)
        : this(entry.Users, entry.Created, entry.Confirmed, entry.Tentative)
    {
    }
}
