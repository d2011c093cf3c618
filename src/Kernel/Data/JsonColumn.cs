using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Kernel.Data;

/// <summary>Small values that are only ever read and written whole; as text they are the same in both databases.</summary>
public static class JsonColumn
{
    /// <summary>Keeps the value as JSON.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => Write(value), stored => JsonSerializer.Deserialize<T>(stored, JsonSerializerOptions.Web)!,
        new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right) || Write(left) == Write(right),
            value => Write(value).GetHashCode(StringComparison.Ordinal)));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
