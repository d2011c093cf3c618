using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Conversations.Inbox;
using Parelmuur.Conversations.Mails;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Tests;

/// <summary>Following, being told, and being mailed, as these tests need it.</summary>
internal static class Follower
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Presses the button on a page that can be followed.</summary>
    public static Task<IHtmlDocument> FollowAsync(this Visitor visitor, string page) => visitor.SubmitAsync(page, "Volg dit");

    /// <summary>Follows without its page, because those of a solution and a municipality serve one database a process.</summary>
    public static Task<IHtmlDocument> FollowAsync(this Visitor visitor, string kind, object key) =>
        visitor.SubmitAsync($"/volg/{kind}?wat={key}&terug=%2Fmuur", "Volg dit");

    /// <summary>Comments without the page of the solution.</summary>
    public static async Task CommentAsync(this ParelmuurApp site, CurrentPerson by, SolutionCard solution, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Contribute>().CommentAsync(solution, text, by, default);
    }

    /// <summary>Waits until something is so; a change shows within a second.</summary>
    public static async Task UntilAsync(Func<Task<bool>> seen)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await seen())
            await again.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Waits until the messages of a person hold a text.</summary>
    public static async Task<IHtmlDocument> ToldAsync(this Visitor visitor, string text)
    {
        IHtmlDocument page = null!;
        await UntilAsync(async () =>
        {
            page = await visitor.OpenAsync("/mijn/berichten");
            // The count in the header comes a moment after the message itself.
            return page.QuerySelector("main")!.TextContent.Contains(text, StringComparison.Ordinal)
                && page.Unread() == $"{page.QuerySelectorAll("main li .utrecht-status-badge").Length}";
        });
        return page;
    }

    /// <summary>What the header says that is new.</summary>
    public static string Unread(this IHtmlDocument page) =>
        page.QuerySelector("header a[href$='/mijn/berichten'] .utrecht-status-badge")?.FirstChild!.TextContent ?? "0";

    /// <summary>Shares a pareltje for Zutphen.</summary>
    public static async Task ShareAsync(this Visitor visitor, string title, string theme = "")
    {
        var preview = await visitor.SubmitAsync(
            "/deel", "Bekijk en deel", ("Form.Title", title), ("Form.Promise", "Bewoners weten een week vooraf wanneer de bladkorf komt."),
            ("Form.WhatWeDid", "We sturen elke straat een kaartje."), ("Form.Contact", "Samira Yıldız"));
        await visitor.SubmitAsync(
            preview, "Deel dit pareltje", System.Net.HttpStatusCode.OK, theme.Length == 0 ? [] : [("Form.Theme", theme)]);
    }

    /// <summary>The id of a sample person.</summary>
    public static async Task<PersonId> IdOfAsync(this ParelmuurApp site, string name) => new(await site.AskAsync(
        db => db.Database.SqlQuery<Guid>($"""SELECT id AS "Value" FROM accounts_people WHERE full_name = {name}""").SingleAsync()));

    /// <summary>Chooses how often a person gets mail.</summary>
    public static async Task ChooseAsync(this ParelmuurApp site, string name, MailRhythm rhythm)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IAccounts>().SetRhythmAsync(await site.IdOfAsync(name), rhythm, default);
    }

    /// <summary>Mails what waits, as the site would do at a moment.</summary>
    public static async Task MailNewsAsync(this ParelmuurApp site, DateTimeOffset at)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var from = scope.ServiceProvider;
        await new MailNews(
            from.GetRequiredService<ConversationsDb>(), from.GetRequiredService<IAccounts>(), from.GetRequiredService<ReadInbox>(),
            from.GetRequiredService<WriteNewsMail>(), new SetTime(at), from.GetRequiredService<ILogger<MailNews>>()).RunAsync(default);
    }

    /// <summary>The notifications of a person, oldest first.</summary>
    public static async Task<List<Notification>> NotificationsAsync(this ParelmuurApp site, string name)
    {
        var person = await site.IdOfAsync(name);
        return await site.AskAsync(db => db.Notifications.AsNoTracking().Where(each => each.Person == person).OrderBy(each => each.Entry).ToListAsync());
    }

    /// <summary>Asks the database of this room.</summary>
    public static async Task<T> AskAsync<T>(this ParelmuurApp site, Func<ConversationsDb, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ConversationsDb>());
    }
}
