using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>The whole content of a solution as it was after a change by a person. Versions are only ever added.</summary>
/// <remarks>
/// One thing changes afterwards: the name of a steward or deputy who asked to be forgotten.
/// What stood there before the first change is kept too, without a moment or person. Numbers may skip: a change by an
/// import gets a number, and is kept only when a person changes something after it.
/// </remarks>
internal sealed class SolutionVersion
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private SolutionVersion() { }

    public SolutionId Solution { get; private set; }

    /// <summary>The <see cref="Solution.Version"/> at that time.</summary>
    public int Number { get; private set; }

    /// <summary>When it was written; null for what stood there before a person changed it.</summary>
    public DateTimeOffset? Moment { get; private set; }

    public PersonId? Person { get; private set; }

    public OrganisationId? Organisation { get; private set; }

    /// <summary>The names of what changed.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    public SolutionContent Content { get; private set; } = null!;

    /// <summary>Keeps a solution as it is now, before somebody changes it.</summary>
    public static SolutionVersion Before(Solution solution) =>
        new() { Solution = solution.Id, Number = solution.Version, Content = solution.Content() };

    /// <summary>Keeps a solution as a person just changed it.</summary>
    public static SolutionVersion By(CurrentPerson person, Solution solution, IReadOnlyList<string> fields, DateTimeOffset now) => new()
    {
        Solution = solution.Id,
        Number = solution.Version,
        Moment = now,
        Person = person.Id,
        Organisation = person.Organisation,
        Fields = fields,
        Content = solution.Content(),
    };

    /// <summary>Takes the name away of who looked after it and asked to be forgotten.</summary>
    /// <param name="names">How the person was named.</param>
    /// <param name="former">What stands there from now on.</param>
    /// <returns>Whether the name stood in it.</returns>
    public bool Forget(IReadOnlySet<string> names, string former)
    {
        var forgotten = Content with { Steward = Forget(Content.Steward, names, former), Deputy = Forget(Content.Deputy, names, former) };
        if (forgotten.Steward == Content.Steward && forgotten.Deputy == Content.Deputy)
            return false;
        Content = forgotten;
        return true;
    }

    private static Contact? Forget(Contact? contact, IReadOnlySet<string> names, string former) =>
        contact is not null && names.Contains(contact.Name) ? contact with { Name = former } : contact;

    internal sealed class Mapping : IEntityTypeConfiguration<SolutionVersion>
    {
        public void Configure(EntityTypeBuilder<SolutionVersion> version)
        {
            version.ToTable("catalogue_versions");
            version.HasKey(each => new { each.Solution, each.Number });
            version.Property(each => each.Number).ValueGeneratedNever();
            version.Property(each => each.Content).HasConversion(
                content => JsonSerializer.Serialize(content, Json),
                stored => JsonSerializer.Deserialize<SolutionContent>(stored, Json)!,
                new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<SolutionContent>(
                    (left, right) => ReferenceEquals(left, right), content => content.GetHashCode(), content => content));
        }
    }
}
