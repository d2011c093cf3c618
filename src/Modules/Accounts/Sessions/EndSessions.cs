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

    private async Task EndAsync(IQueryable<Session> sessions, PersonId person, Actor? by, CancellationToken cancellation)
    {
        var ended = await sessions.ToListAsync(cancellation);
        if (ended.Count == 0)
            return;
        db.Sessions.RemoveRange(ended);
        db.Record(new SignedOut(person, ended.Count), by ?? Actor.Of(person, null));
    }
}
