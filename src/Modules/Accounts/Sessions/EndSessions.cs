using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Sessions;

/// <summary>Signs a person out elsewhere. The caller saves.</summary>
internal sealed class EndSessions(AccountsDb db)
{
    /// <summary>Ends every session of a person, or all but one.</summary>
    public Task AllAsync(PersonId person, Guid? except, CancellationToken cancellation) =>
        EndAsync(db.Sessions.Where(each => each.Person == person && each.Id != except), person, cancellation);

    /// <summary>Ends one session of a person.</summary>
    public Task OneAsync(PersonId person, Guid session, CancellationToken cancellation) =>
        EndAsync(db.Sessions.Where(each => each.Person == person && each.Id == session), person, cancellation);

    private async Task EndAsync(IQueryable<Session> sessions, PersonId person, CancellationToken cancellation)
    {
        var ended = await sessions.ToListAsync(cancellation);
        if (ended.Count == 0)
            return;
        db.Sessions.RemoveRange(ended);
        db.Record(new SignedOut(person, ended.Count), Actor.Of(person, null));
    }
}
