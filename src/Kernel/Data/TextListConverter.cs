using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Parelmuur.Kernel.Data;

/// <summary>Stores a short list of short texts in one column, one a line, the same in both databases.</summary>
internal sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    texts => string.Join('\n', texts),
    stored => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries))
{
    /// <summary>Compares lists by their texts, so that EF sees a change.</summary>
    internal sealed class Comparer() : ValueComparer<IReadOnlyList<string>>(
        (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
        texts => string.Join('\n', texts).GetHashCode(StringComparison.Ordinal),
        texts => texts.ToArray());
}
