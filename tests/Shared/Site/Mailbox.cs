using System.Text.RegularExpressions;

namespace Parelmuur.Tests;

/// <summary>Reads the mail of a test site, which goes to a folder, as the person who gets it would.</summary>
internal static partial class Mailbox
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    /// <summary>The mail to an address that holds a text, once it has arrived; its first link is a path on the site.</summary>
    public static async Task<(string Text, string Link)> MailAsync(this ParelmuurApp site, string address, string with)
    {
        var folder = site.MailFolder;
        using var limit = new CancellationTokenSource(AtMost);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        do
        {
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
            {
                var mail = string.Join(' ', await File.ReadAllLinesAsync(file, limit.Token));
                if (mail.Contains($"<{address}>", StringComparison.Ordinal) && mail.Contains(with, StringComparison.Ordinal))
                    return (mail, Link().Match(mail).Groups["path"].Value);
            }
        }
        while (await again.WaitForNextTickAsync(limit.Token));
        throw new InvalidOperationException("The timer stopped.");
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S+)")]
    private static partial Regex Link();
}
