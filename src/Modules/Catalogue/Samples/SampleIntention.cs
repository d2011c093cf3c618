using System.Text.Json;

namespace Parelmuur.Catalogue.Samples;

/// <summary>One fictional intention as it stands in <c>samples/intentions.json</c>.</summary>
internal sealed record SampleIntention(
    string Slug, string Title, string Text, string Organisation, string Contact, string Mailbox, int? StartsInMonths, IReadOnlyList<SampleJoin> Joined)
{
    public static async Task<IReadOnlyList<SampleIntention>> ReadAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        var file = Path.Combine(folder.FullName, "intentions.json");
        if (!File.Exists(file))
            return [];
        await using var json = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync<List<SampleIntention>>(json, JsonSerializerOptions.Web, cancellation) ?? [];
    }
}

/// <summary>A municipality that joined a fictional intention.</summary>
internal sealed record SampleJoin(string Organisation, string Contact);
