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
/// An account that was never confirmed becomes that of who signs up last: only the last link works, with what was typed then.
/// </remarks>
internal sealed class MakeAccount(
    UserManager<Person> people, AccountsDb db, DecideMembership memberships, TakeOverAccount takeOver, AccountMails mails, TimeProvider time)
{
    /// <summary>Makes the account.</summary>
    /// <exception cref="RuleViolation">The password is too easy to guess.</exception>
    public async Task RunAsync(SignUpForm form, OrganisationId? organisation, CancellationToken cancellation)
    {
        // Judged and hashed before anybody is looked up, so that neither the answer nor the time tells who has an account.
        var person = Person.Join(form.FullName, form.Email.Trim(), Words.IsEnglish ? "en" : "nl", time.GetUtcNow());
        foreach (var validator in people.PasswordValidators)
            (await validator.ValidateAsync(people, person, form.Password)).MustSucceed();
        var hash = people.PasswordHasher.HashPassword(person, form.Password);

        var known = await people.FindByEmailAsync(person.Email!);
        if (known is { EmailConfirmed: true } or { Closed: not null })
        {
            await mails.AccountExistsAsync(known, cancellation);
            return;
        }

        if (known is null)
        {
            person.PasswordHash = hash;
            db.Record(new PersonJoined(person.Id), Actor.Of(person.Id, null));
            (await people.CreateAsync(person)).MustSucceed();
        }
        else
        {
            person = known;
            await takeOver.RunAsync(person, form.FullName, hash, Actor.Of(person.Id, null), cancellation);
            // Who signs up for the same address at this very moment, or confirms it, was first; the answer is the same.
            if (!(await people.UpdateAsync(person)).Succeeded)
                return;
        }

        if (organisation is { } wanted)
            await memberships.RequestAsync(person.Id, wanted, MembershipRole.Contributor, cancellation);
        await mails.ConfirmAsync(person, cancellation);
    }
}
