using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignUp;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.FirstRun;

/// <summary>Makes a platform manager: from the command line, or with the link of the first start.</summary>
internal sealed class MakeManager(UserManager<Person> people, AccountsDb db, AccountMails mails, TakeOverAccount takeOver, TimeProvider time) : IFirstManager
{
    private static readonly Actor Host = new("beheer van de server");

    /// <inheritdoc/>
    public async Task<string?> MakeAsync(string name, string email, CancellationToken cancellation)
    {
        if (await people.FindByEmailAsync(email.Trim()) is { } known)
        {
            // A stranger may have begun it with a password of their own; whoever gets the link chooses another.
            var isBegun = !known.EmailConfirmed;
            if (isBegun)
                await takeOver.RunAsync(known, name, passwordHash: null, Host, cancellation);
            Appoint(known, Host);
            known.EmailConfirmed = true;
            (await people.UpdateAsync(known)).MustSucceed();
            return isBegun ? await mails.PasswordLinkAsync(known) : null;
        }

        var person = New(name, email, Host);
        (await people.CreateAsync(person)).MustSucceed();
        return await mails.PasswordLinkAsync(person);
    }

    /// <summary>Makes the account of the first manager and takes the code back, both or neither.</summary>
    /// <returns>The account; null when the code is not right, was used, or there is a manager already.</returns>
    public async Task<Person?> FirstAsync(FirstRunForm form, SetupCode code, CancellationToken cancellation)
    {
        var person = New(form.FullName, form.Email, actor: null);
        db.SetupCodes.Remove(code);
        try
        {
            (await people.CreateAsync(person, form.Password)).MustSucceed();
            return person;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // Somebody else used the same link at the same moment.
        }
    }

    /// <summary>The code, while it is the right one and nobody manages the platform yet.</summary>
    public async Task<SetupCode?> FindAsync(string? code, CancellationToken cancellation)
    {
        var hash = SetupCode.HashOf(code ?? "");
        return await db.SetupCodes.SingleOrDefaultAsync(each => each.Hash == hash, cancellation) is { } known
            && !await db.HasManagerAsync(cancellation) ? known : null;
    }

    private Person New(string name, string email, Actor? actor)
    {
        var person = Person.Join(name, email.Trim(), "nl", time.GetUtcNow());
        person.EmailConfirmed = true;
        db.Record(new PersonJoined(person.Id), actor ?? Actor.Of(person.Id, null));
        Appoint(person, actor ?? Actor.Of(person.Id, null));
        return person;
    }

    private void Appoint(Person person, Actor actor)
    {
        person.Appoint(person.PlatformRoles | PlatformRoles.PlatformManager);
        db.Record(new PlatformRolesGiven(person.Id, person.PlatformRoles), actor);
    }
}

/// <summary>Asks whether the platform has a manager.</summary>
internal static class Managers
{
    /// <summary>Whether somebody who is no sample manages the platform.</summary>
    public static async Task<bool> HasManagerAsync(this AccountsDb db, CancellationToken cancellation)
    {
        var roles = await db.People.Where(each => each.PlatformRoles != PlatformRoles.None && each.Closed == null && !each.IsSample)
            .Select(each => each.PlatformRoles).ToListAsync(cancellation);
        return roles.Exists(each => (each & PlatformRoles.PlatformManager) != PlatformRoles.None);
    }
}
