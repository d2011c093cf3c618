using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Search;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Finds who follows what the news is about, and writes their notifications.</summary>
internal sealed class ChooseReceivers(ConversationsDb db, ICatalogue catalogue, ISearch search, TimeProvider time)
{
    private const int Newest = 100;
    private static readonly Actor Actor = new("berichten");

    /// <summary>Tells who followed it when it happened. Telling them again changes nothing.</summary>
    public async Task NotifyAsync(IReadOnlyList<NewsItem> news, CancellationToken cancellation)
    {
        var subjects = await SubjectsAsync(news, cancellation);
        var receivers = await FollowersAsync(subjects.SelectMany(each => each.Subjects).ToHashSet(), cancellation);
        if (receivers.Count == 0)
            return;
        var entries = news.Select(item => item.Entry).ToList();
        var told = (await db.Notifications.Where(each => entries.Contains(each.Entry))
            .Select(each => new { each.Person, each.Entry }).ToListAsync(cancellation)).Select(each => (each.Person, each.Entry)).ToHashSet();
        var mailed = await MailedAlreadyAsync(news, cancellation);
        foreach (var (item, about) in subjects)
        {
            foreach (var because in about)
            {
                foreach (var (person, _) in receivers[because].Where(each => each.Since <= item.Moment && each.Person != item.By && told.Add((each.Person, item.Entry))))
                    db.Notifications.Add(Notification.Of(
                        person, item.Entry, because, item.Contribution, time.GetUtcNow(), mailed.Contains((person, item.Contribution))));
            }
        }

        var written = db.ChangeTracker.Entries<Notification>().Select(each => each.Entity.Entry).Distinct().ToList();
        if (written.Count == 0)
            return;
        db.Record(new NotificationsChanged(written), Actor);
        await db.SaveChangesAsync(cancellation);
    }

    // In the order in which a person would want to know why: first the solution itself.
    private async Task<List<(NewsItem Item, List<(string Kind, string Key)> Subjects)>> SubjectsAsync(
        IReadOnlyList<NewsItem> news, CancellationToken cancellation)
    {
        var cards = await catalogue.CardsAsync([.. news.Where(item => !item.IsAboutIntention).Select(item => item.Solution).Distinct()], cancellation);
        var hits = news.Any(item => item.Event == nameof(SolutionShared)) ? await HitsAsync(cancellation) : [];
        var found = new List<(NewsItem, List<(string, string)>)>();
        foreach (var item in news)
        {
            if (item.IsAboutIntention)
            {
                if (catalogue.Intentions([item.SubjectId]) is [var intention])
                    found.Add((item, AboutIntention(item, intention)));
                continue;
            }

            if (!cards.TryGetValue(item.Solution, out var card) || card.Status == SolutionStatus.Draft)
                continue;
            var about = new List<(string, string)> { (Followable.Solution, $"{card.Id}") };
            if (item.Event == nameof(OwnUseStated))
                about.Add((Followable.Organisation, $"{item.As<OwnUseStated>().User}"));
            if (item.Event == nameof(SolutionShared))
            {
                if (card.Origin is { } maker)
                    about.Add((Followable.Organisation, $"{maker}"));
                about.AddRange(card.Themes.Select(theme => (Followable.Theme, Slug.From(theme))));
                about.AddRange(hits.Where(hit => hit.Found.Contains(card.Id.Value)).Select(hit => (Followable.Search, hit.Words)));
            }

            found.Add((item, about));
        }

        return found;
    }

    private static List<(string, string)> AboutIntention(NewsItem item, IntentionSummary intention) =>
        item.Event == nameof(IntentionShared)
            ? [(Followable.Intention, $"{intention.Id}"), (Followable.Organisation, $"{intention.Organisation}")]
            : [(Followable.Intention, $"{intention.Id}")];

    // The index of this node has read as far as we have: it comes before us in the round.
    private async Task<List<(string Words, HashSet<Guid> Found)>> HitsAsync(CancellationToken cancellation)
    {
        var words = await db.Follows.Where(each => each.Kind == Followable.Search && each.Ended == null)
            .Select(each => each.Key).Distinct().ToListAsync(cancellation);
        return [.. words.Select(each => (each, search.Find(new(each) { Sort = SearchSort.Newest, Take = Newest }).Hits.Select(hit => hit.Id).ToHashSet()))];
    }

    private async Task<ILookup<(string, string), (PersonId Person, DateTimeOffset Since)>> FollowersAsync(HashSet<(string Kind, string Key)> subjects, CancellationToken cancellation)
    {
        var keys = subjects.Select(each => each.Key).Distinct().ToList();
        var follows = await db.Follows.Where(each => each.Ended == null && keys.Contains(each.Key))
            .OrderBy(each => each.Since).Select(each => new { each.Kind, each.Key, each.Person, each.Since }).ToListAsync(cancellation);
        return follows.Where(each => subjects.Contains((each.Kind, each.Key))).ToLookup(each => (each.Kind, each.Key), each => (each.Person, each.Since));
    }

    // Who was asked got a mail of the question, and who asked gets one of each answer.
    private async Task<HashSet<(PersonId Person, ContributionId? Contribution)>> MailedAlreadyAsync(
        IReadOnlyList<NewsItem> news, CancellationToken cancellation)
    {
        var questions = news.Where(item => item.Event == nameof(QuestionAsked)).Select(item => item.Contribution!.Value).ToList();
        var answers = news.Where(item => item.Event == nameof(QuestionAnswered)).ToDictionary(
            item => item.Contribution!.Value, item => item.As<QuestionAnswered>().Question);
        var mailed = new HashSet<(PersonId, ContributionId?)>();
        if (questions.Count > 0)
        {
            mailed.UnionWith((await db.Asked.Where(each => questions.Contains(each.Question))
                .Select(each => new { each.Person, each.Question }).ToListAsync(cancellation)).Select(each => (each.Person, (ContributionId?)each.Question)));
        }

        if (answers.Count > 0)
        {
            var asked = answers.Values.Distinct().ToList();
            var askers = await db.Contributions.Where(each => asked.Contains(each.Id))
                .Select(each => new { each.Id, each.Author }).ToDictionaryAsync(each => each.Id, each => each.Author, cancellation);
            mailed.UnionWith(answers.Where(each => askers.ContainsKey(each.Value)).Select(each => (askers[each.Value], (ContributionId?)each.Key)));
        }

        return mailed;
    }
}
