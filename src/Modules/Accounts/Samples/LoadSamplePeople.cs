using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Samples;

/// <summary>Puts the fictional people in a site that has none yet, once. They have no password: the sign-in page lists them.</summary>
internal sealed class LoadSamplePeople(
    AccountsDb db, ILookupNormalizer normalizer, IOrganisations organisations, Site site, TimeProvider time)
{
    private static readonly Actor Actor = new("voorbeelden");

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Loads them when there is a folder; without one nobody can sign in as a sample person.</summary>
    public async Task RunAsync(DirectoryInfo? folder, CancellationToken cancellation)
    {
        site.SignsInSamples = folder is not null;
        if (folder is null || await db.People.AnyAsync(cancellation))
            return;
        await using var file = File.OpenRead(Path.Combine(folder.FullName, "people.json"));
        foreach (var sample in await JsonSerializer.DeserializeAsync<List<SampleRecord>>(file, Json, cancellation) ?? [])
            Add(sample);
        await db.SaveChangesAsync(cancellation);
    }

    private void Add(SampleRecord sample)
    {
        var person = Person.Join(sample.Name, sample.Email, "nl", time.GetUtcNow(), isSample: true);
        person.NormalizedEmail = person.NormalizedUserName = normalizer.NormalizeEmail(sample.Email);
        person.EmailConfirmed = true;
        person.Appoint(sample.Platform);
        db.People.Add(person);
        db.Record(new PersonJoined(person.Id), Actor);
        if (organisations.FindBySlug(sample.Municipality ?? "") is not { } organisation)
            return;
        foreach (var role in sample.Roles ?? [])
        {
            var membership = Membership.Request(person.Id, organisation.Id, role, time.GetUtcNow());
            membership.Approve(by: null, time.GetUtcNow());
            db.Memberships.Add(membership);
            db.Record(new MembershipApproved(organisation.Id, person.Id, role, ByDomain: false), Actor);
        }
    }

    private sealed record SampleRecord(
        string Name, string Email, string? Municipality, IReadOnlyList<MembershipRole>? Roles, PlatformRoles Platform);
}
