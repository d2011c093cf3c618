using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Tests;

/// <summary>Makes people for one test, and looks behind the pages.</summary>
internal static class NewPeople
{
    public const string Password = "een lange zin met woorden 7";

    private static readonly Actor Test = new("test");

    /// <summary>A person with a confirmed address and these roles at an organisation.</summary>
    public static async Task<NewPerson> PersonAsync(
        this ParelmuurApp site, string municipality = "", params MembershipRole[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var name = $"Iemand {Guid.NewGuid():N}"[..20];
        var email = $"{Guid.NewGuid():N}@nieuw.example";
        var person = Person.Join(name, email, "nl", TimeProvider.System.GetUtcNow());
        person.EmailConfirmed = true;
        db.Record(new PersonJoined(person.Id), Test);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password)).Succeeded);
        foreach (var role in roles)
        {
            var membership = Membership.Request(person.Id, site.Organisation(municipality), role, TimeProvider.System.GetUtcNow());
            membership.Approve(by: null, TimeProvider.System.GetUtcNow());
            db.Memberships.Add(membership);
            db.Record(new MembershipApproved(membership.Organisation, person.Id, role, ByDomain: false), Test);
        }

        await db.SaveChangesAsync();
        return new(person.Id, name, email);
    }

    /// <summary>Lets a person ask for a role.</summary>
    public static async Task AskAsync(this ParelmuurApp site, NewPerson asker, string municipality, MembershipRole role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var request = Membership.Request(asker.Id, site.Organisation(municipality), role, TimeProvider.System.GetUtcNow());
        db.Memberships.Add(request);
        db.Record(new MembershipRequested(request.Organisation, asker.Id, role), Actor.Of(asker.Id, null));
        await db.SaveChangesAsync();
    }

    /// <summary>The id of a municipality.</summary>
    public static OrganisationId Organisation(this ParelmuurApp site, string slug) =>
        site.Services.GetRequiredService<IOrganisations>().FindBySlug(slug)!.Id;

    /// <summary>Signs the person in with the password.</summary>
    public static Task<IHtmlDocument> SignInAsync(this Visitor visitor, NewPerson person) =>
        visitor.SubmitAsync("/inloggen", "Log in", ("Form.Email", person.Email), ("Form.Password", Password));

    /// <summary>A visitor who is signed in as this person, with the second factor that the roles need.</summary>
    public static async Task<Visitor> AsAsync(this ParelmuurApp site, NewPerson person, bool secondFactor = true)
    {
        var visitor = site.Visit();
        await visitor.SignInAsync(person);
        if (secondFactor)
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.Where(each => each.Person == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.SecondFactor, true));
        }

        return visitor;
    }

    /// <summary>What the ledger says about a subject, oldest first.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(this ParelmuurApp site, Guid subject)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().Set<LedgerEntry>().AsNoTracking()
            .Where(each => each.SubjectId == subject).OrderBy(each => each.Sequence).ToListAsync();
    }

    /// <summary>The roles of a person in the database.</summary>
    public static async Task<IReadOnlyList<Membership>> RolesAsync(this ParelmuurApp site, PersonId person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().Memberships.AsNoTracking()
            .Where(each => each.Person == person).OrderBy(each => each.Requested).ToListAsync();
    }

    /// <summary>Asserts that the ledger names this person by id only.</summary>
    public static async Task AssertLedgerIsWithoutAsync(this ParelmuurApp site, NewPerson person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Set<LedgerEntry>().AsNoTracking().ToListAsync();
        Assert.DoesNotContain(entries, each => each.Change.Contains(person.Email, StringComparison.OrdinalIgnoreCase)
            || each.Change.Contains(person.Name, StringComparison.Ordinal) || each.Actor.Contains(person.Name, StringComparison.Ordinal));
    }
}

/// <summary>A person that a test made.</summary>
internal sealed record NewPerson(PersonId Id, string Name, string Email);
