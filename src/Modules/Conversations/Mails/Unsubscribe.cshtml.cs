using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Conversations.Following;
using Parelmuur.Design;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Mails;

/// <summary>Stop by a link from a mail, without signing in. Opening it changes nothing; the button does, and so does one POST.</summary>
[IgnoreAntiforgeryToken] // A mail program posts without ever having seen the page (RFC 8058); the sealed link is the proof.
internal sealed class UnsubscribeModel(ConversationsDb db, FollowThings follow, UnsubscribeLink link, IAccounts accounts) : FormPage
{
    private PersonId person;
    private Follow? what;

    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>How often mail came, to go back to.</summary>
    [FromQuery(Name = "was")]
    public MailRhythm? Was { get; set; }

    /// <summary>Whether the link is a true one, of something that still is there.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>What it is about; null when it is about all mail.</summary>
    public string? Name { get; private set; }

    /// <summary>Whether it was just stopped.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>Where a post undoes it.</summary>
    public string AgainPath => $"{Request.PathBase}{Request.Path}?handler=Again{(Was is { } was ? $"&was={was}" : "")}";

    public Task OnGetAsync(CancellationToken cancellation) => FindAsync(cancellation);

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return;
        if (what is not null)
            await follow.StopAsync(person, new(what.Kind, what.Key), cancellation);
        else
            Was = await accounts.SetRhythmAsync(person, MailRhythm.Never, cancellation);
        HasStopped = true;
    }

    public async Task OnPostAgainAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return;
        if (what is not null)
            await follow.StartAsync(person, new(what.Kind, what.Key), cancellation);
        else if (Was is { } was && Enum.IsDefined(was))
            await accounts.SetRhythmAsync(person, was, cancellation);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (link.Read(Code) is not { } may)
            return false;
        person = may.Person;
        if (may.Follow is not { } id)
            return IsKnown = (await accounts.PeopleAsync([person], cancellation)).GetValueOrDefault(person) is { IsClosed: false };
        what = await db.Follows.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.Person == may.Person, cancellation);
        if (what is null)
            return false;
        Name = (await follow.FindAsync(new Followable(what.Kind, what.Key), cancellation))?.Name ?? what.Key;
        return IsKnown = true;
    }
}
