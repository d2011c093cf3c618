using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Sessions;

/// <summary>Signs a person out elsewhere. The caller saves.</summary>
internal sealed class EndSessions(AccountsDb db)
{
    /// <summary>Ends every session of a person, or all but one.</summary>
    /// <param name="person">Whose sessions.</param>
    /// <param name="except">The one that goes on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="by">Who ends them, when it is not the person.</param>
    public Task AllAsync(PersonId person, Guid? except, CancellationToken cancellation, Actor? by = null) =>
        EndAsync(db.Sessions.Where(each => each.Person == person && each.Id != except), person, by, cancellation);

    /// <summary>Ends one session of a person.</summary>
    public Task OneAsync(PersonId person, Guid session, CancellationToken cancellation) =>
        EndAsync(db.Sessions.Where(each => each.Person == person && each.Id == session), person, by: null, cancellation);

    /// <summary>Ends the sessions of a person that began with an identity provider.</summary>
    /// <param name="person">Whose sessions.</param>
    /// <param name="begun">With which session there; with any when it has no name.</param>
    /// <param name="before">Only those that began by then: a message that is read later must not end a newer one.</param>
    /// <param name="except">The one that goes on.</param>
    /// <param name="by">Who ends them, when it is not the person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task OfProviderAsync(
        PersonId person, ProviderSession begun, DateTimeOffset before, Guid? except, Actor? by, CancellationToken cancellation) => EndAsync(
        db.Sessions.Where(each => each.Person == person && each.Provider == begun.Provider && each.Id != except && each.Started <= before
            && (begun.Hash == "" || each.ProviderSession == begun.Hash)),
        person, by, cancellation);

    private async Task EndAsync(IQueryable<Session> sessions, PersonId person, Actor? by, CancellationToken cancellation)
    {
        var ended = await sessions.ToListAsync(cancellation);
        if (ended.Count == 0)
            return;
        db.Sessions.RemoveRange(ended);
        db.Record(new SignedOut(person, ended.Count), by ?? Actor.Of(person, null));
    }
}
