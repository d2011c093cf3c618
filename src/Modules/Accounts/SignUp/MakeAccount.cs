using Microsoft.AspNetCore.Identity;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.SignUp;

/// <summary>Makes an account and mails the link to confirm the address.</summary>
/// <remarks>
/// The answer is the same whether the address has an account already or not: only the owner of the mailbox learns it.
/// An account that was never confirmed gets a new link.
/// </remarks>
internal sealed class MakeAccount(
    UserManager<Person> people, AccountsDb db, DecideMembership memberships, AccountMails mails, TimeProvider time)
{
    /// <summary>Makes the account.</summary>
    /// <exception cref="RuleViolation">The password is too easy to guess.</exception>
    public async Task RunAsync(SignUpForm form, OrganisationId? organisation, CancellationToken cancellation)
    {
        if (await people.FindByEmailAsync(form.Email.Trim()) is { } known)
        {
            people.PasswordHasher.HashPassword(known, form.Password);
            if (known.EmailConfirmed)
                await mails.AccountExistsAsync(known, cancellation);
            else
                await mails.ConfirmAsync(known, cancellation);
            return;
        }

        var person = Person.Join(form.FullName, form.Email.Trim(), Words.IsEnglish ? "en" : "nl", time.GetUtcNow());
        db.Record(new PersonJoined(person.Id), Actor.Of(person.Id, null));
        (await people.CreateAsync(person, form.Password)).MustSucceed();
        if (organisation is { } wanted)
            await memberships.RequestAsync(person.Id, wanted, MembershipRole.Contributor, cancellation);
        await mails.ConfirmAsync(person, cancellation);
    }
}
