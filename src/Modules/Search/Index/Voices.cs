namespace Parelmuur.Search.Index;

/// <summary>Where in an entry, of which others tell the same, each of their texts begins.</summary>
/// <param name="titleEnd">Words before this are the title's, which belongs to all texts.</param>
/// <param name="starts">The place of the first word of each telling.</param>
internal sealed class Voices(int titleEnd, int[] starts)
{
    /// <summary>The entry itself and all tellings.</summary>
    public int Count => starts.Length + 1;

    public bool IsTitle(int position) => position < titleEnd;

    /// <summary>Whose word stands at a place: 0 for the entry itself, 1 for the first telling.</summary>
    public int Of(int position)
    {
        var place = Array.BinarySearch(starts, position);
        return place >= 0 ? place + 1 : ~place;
    }
}
