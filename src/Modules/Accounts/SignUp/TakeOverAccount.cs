using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.SignUp;

/// <summary>Gives an account that was begun, and of which nobody confirmed the address, to who signs up now.</summary>
/// <remarks>Whoever began it never showed to own the address. So what that somebody chose is worth nothing.</remarks>
internal sealed class TakeOverAccount(AccountsDb db, EndSessions endSessions, TimeProvider time)
{
    /// <summary>Begins the account anew. The caller saves.</summary>
    /// <param name="person">The account.</param>
    /// <param name="name">The full name from now on.</param>
    /// <param name="passwordHash">The hash of the password from now on; null for who gets in another way.</param>
    /// <param name="by">Who does so.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RunAsync(Person person, string name, string? passwordHash, Actor by, CancellationToken cancellation)
    {
        person.BeginAgain(name, Words.IsEnglish ? "en" : "nl", passwordHash);
        db.Record(new AccountChanged(person.Id, [nameof(Person.FullName), nameof(Person.PasswordHash)]), by);
        await endSessions.AllAsync(person.Id, except: null, cancellation, by);
        foreach (var asked in await db.Memberships.Where(each => each.Person == person.Id && each.State == MembershipState.Requested).ToListAsync(cancellation))
        {
            asked.End(time.GetUtcNow());
            db.Record(new MembershipEnded(asked.Organisation, person.Id, asked.Role), by);
        }
    }
}
