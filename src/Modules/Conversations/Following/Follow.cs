using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Following;

/// <summary>A person wants to hear what happens to something.</summary>
/// <remarks>Who stops keeps the row, so that nothing makes that person follow the same thing again by itself.</remarks>
internal sealed class Follow
{
    public const int KindLength = 20, KeyLength = 200;

    private Follow() { }

    public Guid Id { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary>What kind of thing, as it stands in the address: "oplossing". Any room may have its own.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Which one: an id, a slug, or words to search for.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    /// <summary>Whether it began by itself, because the person shares, asks or looks after it.</summary>
    public bool Automatic { get; private set; }

    public DateTimeOffset? Ended { get; private set; }

    /// <summary>Of a solution in which another was taken up: which one the person followed until then.</summary>
    public string? MovedFrom { get; private set; }

    /// <summary>Begins to follow.</summary>
    public static Follow Of(PersonId person, string kind, string key, DateTimeOffset now, bool automatic = false, string? movedFrom = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Person = person,
        Kind = kind,
        Key = key,
        Since = now,
        Automatic = automatic,
        MovedFrom = movedFrom,
    };

    /// <summary>Stops, and stays stopped until the person begins again.</summary>
    public void Stop(DateTimeOffset now) => Ended ??= now;

    /// <summary>Begins again, by own choice.</summary>
    public void Again(DateTimeOffset now) => (Since, Ended, Automatic) = (now, null, false);

    internal sealed class Mapping : IEntityTypeConfiguration<Follow>
    {
        public void Configure(EntityTypeBuilder<Follow> follow)
        {
            follow.ToTable("conversations_follows");
            follow.HasKey(each => each.Id);
            follow.Property(each => each.Id).ValueGeneratedNever();
            follow.Property(each => each.Kind).HasMaxLength(KindLength);
            follow.Property(each => each.Key).HasMaxLength(KeyLength);
            follow.Property(each => each.MovedFrom).HasMaxLength(KeyLength);
            follow.HasIndex(each => new { each.Person, each.Kind, each.Key }).IsUnique();
            follow.HasIndex(each => new { each.Kind, each.Key });
        }
    }
}
