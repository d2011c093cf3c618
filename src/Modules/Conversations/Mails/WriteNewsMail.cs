using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Conversations.Following;
using Parelmuur.Conversations.Inbox;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Design;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Mails;

/// <summary>Writes the mail with news: plain text, a heading for each thing that the person follows, and the ways to stop.</summary>
internal sealed class WriteNewsMail(
    ConversationsDb db, ReadInbox inbox, FollowThings follow, UnsubscribeLink link, SiteAddress site, Words words)
{
    private const int AtMost = 60, NameLength = 120;

    /// <summary>The mail; null when there is nothing that the person may see.</summary>
    public async Task<Mail?> OfAsync(PersonId person, MailAddressOf address, IReadOnlyCollection<InboxRow> rows, CancellationToken cancellation)
    {
        var told = await inbox.GatherAsync(rows, cancellation);
        var keys = rows.Select(row => row.Notification.Key).Distinct().ToList();
        var follows = (await db.Follows.AsNoTracking().Where(each => each.Person == person && keys.Contains(each.Key)).ToListAsync(cancellation))
            .ToDictionary(each => (each.Kind, each.Key), each => each.Id);
        using var language = ReaderLanguage.Of(address.Language);
        var names = await follow.NamesAsync(rows.Select(row => (row.Notification.Kind, row.Notification.Key)), cancellation);
        var news = rows.Select(row => (About: (row.Notification.Kind, row.Notification.Key), News: told.Tell(row.Item)))
            .Where(each => each.News is not null).ToList();
        if (news.Count == 0)
            return null;

        var parts = new List<string> { words["Hallo {0},\n\nDit gebeurde er met wat je volgt.", address.Name] };
        foreach (var group in news.Take(AtMost).GroupBy(each => each.About))
        {
            parts.Add(Heading(names.GetValueOrDefault(group.Key)?.Name ?? words["Wat je volgde"]));
            parts.AddRange(group.Select(each => Line(group.Key.Kind, each.News!)));
            if (follows.TryGetValue(group.Key, out var id))
                parts.Add($"{words["Volg dit niet meer:"]}\n{site.Of(link.For(person, id))}");
        }

        if (news.Count > AtMost)
            parts.Add(words["Er zijn nog {0} berichten. Ze staan op de site.", news.Count - AtMost]);
        parts.Add($"--\n{words["Al je berichten:"]}\n{site.Of("mijn/berichten")}");
        parts.Add($"{words["Kies hoe vaak je mail krijgt:"]}\n{site.Of("mijn/profiel")}");
        var all = site.Of(link.For(person, null));
        parts.Add($"{words["Geen mail meer over wat je volgt, zonder in te loggen:"]}\n{all}");
        return new(address.Email, address.Name, Subject([.. news.Select(each => each.About).Distinct()], names, news.Count), string.Join("\n\n", parts), new Uri(all));
    }

    private string Subject(
        IReadOnlyList<(string, string)> about, IReadOnlyDictionary<(string, string), Followed> names, int count) =>
        about is [var one] && names.TryGetValue(one, out var thing)
            ? words.Count(count, "1 bericht over {1}", "{0} berichten over {1}", thing.Name.Length > NameLength ? thing.Name[..NameLength] + "…" : thing.Name)
            : words["{0} berichten over wat je volgt", count];

    private static string Heading(string name) => $"{name}\n{new string('=', Math.Min(name.Length, 60))}";

    // Under the heading of a solution its title need not be said again.
    private string Line(string kind, ToldNews news) =>
        $"- {(kind == Followable.Solution ? "" : news.Title + "\n  ")}{news.Sentence}\n  {site.Of(news.Path[1..])}";
}
