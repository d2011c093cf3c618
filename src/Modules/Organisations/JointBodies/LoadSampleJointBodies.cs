using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations.Directory;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>Puts the fictional joint bodies in a site that has none with members yet, once.</summary>
internal sealed class LoadSampleJointBodies(OrganisationsDb db, IOrganisations organisations, OrganisationDirectory directory)
{
    private static readonly Actor Actor = new("voorbeelden");

    public async Task RunAsync(DirectoryInfo? folder, CancellationToken cancellation)
    {
        if (folder is null || await db.Members.AnyAsync(cancellation))
            return;
        await using var file = File.OpenRead(Path.Combine(folder.FullName, "joint-bodies.json"));
        foreach (var sample in await JsonSerializer.DeserializeAsync<List<SampleJointBody>>(file, JsonSerializerOptions.Web, cancellation) ?? [])
        {
            var added = (await organisations.EnsureAsync([new(sample.Name, OrganisationKind.JointBody)], Actor, cancellation))[0]!;
            foreach (var code in sample.Members)
            {
                var member = organisations.FindMunicipality(MunicipalityCode.Parse(code))
                    ?? throw new InvalidDataException($"The samples name {code}, which is no municipality.");
                db.Members.Add(JointBodyMember.Of(added.Id, member.Id, sample.From));
                db.Record(new MunicipalityTookPart(added.Id, member.Id, sample.From), Actor);
            }
        }

        await db.SaveChangesAsync(cancellation);
        await directory.LoadAsync(cancellation);
    }

    private sealed record SampleJointBody(string Name, DateOnly From, IReadOnlyList<string> Members);
}
