using Microsoft.AspNetCore.Http;

namespace Parelmuur.Design.Pages;

/// <summary>What somebody sent with a form, to give it back when it could not be used.</summary>
/// <param name="Fields">Every field with its value, in the order of the form.</param>
/// <param name="HadFiles">Whether files were with it; those must be chosen again.</param>
public sealed record SentForm(IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    private const int MostCharacters = 200_000;

    /// <summary>What somebody wrote, as far as that can be told from what was chosen.</summary>
    public IEnumerable<string> Written => Fields.Select(each => each.Value).Where(value => value.Trim().Contains(' ', StringComparison.Ordinal));

    /// <summary>Reads it.</summary>
    /// <returns>Null when there is nothing to give back, or it cannot be: nothing but buttons, more than 200,000 characters, or a password.</returns>
    public static async Task<SentForm?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;
        try
        {
            var form = await request.ReadFormAsync(cancellation);
            var fields = form.SelectMany(each => each.Value.Select(value => KeyValuePair.Create(each.Key, value ?? ""))).ToList();
            // A password is not written back; whoever signs in types it again.
            return fields.Count == 0 || fields.Exists(field => field.Key.Contains("Password", StringComparison.OrdinalIgnoreCase))
                || fields.Sum(field => (long)field.Value.Length) > MostCharacters
                ? null : new(fields, form.Files.Count > 0);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or InvalidOperationException)
        {
            // What cannot be read cannot be given back.
            return null;
        }
    }
}
