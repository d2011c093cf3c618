using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Following;

/// <summary>Begins and stops to follow, and knows what a person follows.</summary>
internal sealed class FollowThings(ConversationsDb db, IEnumerable<IFollowable> kinds, TimeProvider time) : IFollowing
{
    /// <inheritdoc/>
    public Task<bool> FollowsAsync(CurrentPerson person, Followable what, CancellationToken cancellation) =>
        db.Follows.AnyAsync(
            each => each.Person == person.Id && each.Kind == what.Kind && each.Key == what.Key && each.Ended == null, cancellation);

    /// <summary>The thing that an address names; null when there is none that everyone may see.</summary>
    public async Task<Followed?> FindAsync(Followable what, CancellationToken cancellation) =>
        what.Key.Length <= Follow.KeyLength && kinds.FirstOrDefault(each => each.Kind == what.Kind) is { } kind
            ? (await kind.FindAsync([what.Key], cancellation)).GetValueOrDefault(what.Key)
            : null;

    /// <summary>What these are called; what is not for everyone to see is left out.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Key), Followed>> NamesAsync(
        IEnumerable<(string Kind, string Key)> things, CancellationToken cancellation)
    {
        var named = new Dictionary<(string, string), Followed>();
        foreach (var same in things.Distinct().GroupBy(each => each.Kind))
        {
            if (kinds.FirstOrDefault(each => each.Kind == same.Key) is not { } kind)
                continue;
            foreach (var (key, thing) in await kind.FindAsync([.. same.Select(each => each.Key)], cancellation))
                named[(same.Key, key)] = thing;
        }

        return named;
    }

    /// <summary>Everything that a person follows, by kind and then by name.</summary>
    public async Task<IReadOnlyList<FollowedKind>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var follows = await db.Follows.AsNoTracking().Where(each => each.Person == person && each.Ended == null).ToListAsync(cancellation);
        var found = new List<FollowedKind>();
        foreach (var kind in kinds)
        {
            var mine = follows.Where(each => each.Kind == kind.Kind).ToList();
            // What was taken up in another solution stands there.
            var things = (await kind.FindAsync([.. mine.Select(each => each.Key)], cancellation))
                .Where(each => each.Value.Key == each.Key).ToDictionary();
            if (things.Count > 0)
                found.Add(new(kind.Heading, [.. mine.Where(each => things.ContainsKey(each.Key))
                    .Select(each => (each, things[each.Key])).OrderBy(each => each.Item2.Name, StringComparer.CurrentCultureIgnoreCase)]));
        }

        return found;
    }

    /// <summary>Begins to follow, or goes on.</summary>
    public async Task StartAsync(PersonId person, Followable what, CancellationToken cancellation)
    {
        if (await FindAsync(person, what, cancellation) is not { } follow)
            db.Follows.Add(Follow.Of(person, what.Kind, what.Key, time.GetUtcNow()));
        else if (follow.Ended is not null)
            follow.Again(time.GetUtcNow());
        else
            return;
        db.Record(new FollowStarted(person, what.Kind), Actor.Of(person, null));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Stops.</summary>
    public async Task StopAsync(PersonId person, Followable what, CancellationToken cancellation)
    {
        if (await FindAsync(person, what, cancellation) is not { Ended: null } follow)
            return;
        follow.Stop(time.GetUtcNow());
        db.Record(new FollowStopped(person, what.Kind), Actor.Of(person, null));
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Follow?> FindAsync(PersonId person, Followable what, CancellationToken cancellation) =>
        db.Follows.SingleOrDefaultAsync(each => each.Person == person && each.Kind == what.Kind && each.Key == what.Key, cancellation);
}

/// <summary>What a person follows of one kind.</summary>
internal sealed record FollowedKind(string Heading, IReadOnlyList<(Follow Follow, Followed Thing)> Things);
