using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>A pareltje that somebody is writing. Only the writer sees it.</summary>
/// <remarks>
/// It holds what was typed as it was typed, too long or half finished too. Who is not signed in yet has a draft without a
/// writer, which only the cookie of that browser leads to.
/// </remarks>
internal sealed class Draft
{
    private Draft() { }

    public Guid Id { get; private set; }

    public PersonId? Writer { get; private set; }

    /// <summary>The form as JSON: a form that gets another field needs no other table.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Grows with every save, so that a second window sees that the draft changed.</summary>
    public int Version { get; private set; }

    /// <summary>The window that saved last. It may save again without asking: its own saves may overtake each other.</summary>
    public Guid LastWindow { get; private set; }

    public DateTimeOffset Changed { get; private set; }

    public DateTimeOffset? ThrownAway { get; private set; }

    /// <summary>What it became; also after that was undone, so that it comes back at the same address.</summary>
    public SolutionId? Solution { get; private set; }

    /// <summary>The session in which it was shared; null while it is a draft.</summary>
    public Guid? SharedIn { get; private set; }

    /// <summary>What was typed.</summary>
    public GemForm Form => Read(Content);

    /// <summary>Begins a draft.</summary>
    public static Draft Start(PersonId? writer, GemForm form, Guid window, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Writer = writer,
        Content = Write(form),
        Version = 1,
        LastWindow = window,
        Changed = now,
    };

    /// <summary>Puts it aside; it can be put back for some time.</summary>
    public void ThrowAway(DateTimeOffset now) => (ThrownAway, Version) = (now, Version + 1);

    /// <summary>Puts it back.</summary>
    public void PutBack() => (ThrownAway, Version) = (null, Version + 1);

    /// <summary>Keeps what was typed elsewhere: after signing in, or on the preview.</summary>
    public void Take(GemForm form, PersonId writer, DateTimeOffset now) =>
        (Content, Writer, Changed, Version, LastWindow) = (Write(form), writer, now, Version + 1, Guid.Empty);

    /// <summary>Shared, it takes the place of an entry that exists: a tip that its writer claimed.</summary>
    public void ContinueAs(SolutionId solution) => Solution = solution;

    /// <summary>It became a solution.</summary>
    public void ShareAs(SolutionId solution, Guid session) => (Solution, SharedIn, Version) = (solution, session, Version + 1);

    /// <summary>Sharing was undone: it is a draft again.</summary>
    public void Reopen() => (SharedIn, Version) = (null, Version + 1);

    /// <summary>A form as it is stored.</summary>
    public static string Write(GemForm form) => JsonSerializer.Serialize(form, JsonSerializerOptions.Web);

    /// <summary>A stored form.</summary>
    public static GemForm Read(string content) => JsonSerializer.Deserialize<GemForm>(content, JsonSerializerOptions.Web) ?? new();

    internal sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft)
        {
            draft.ToTable("catalogue_drafts");
            draft.HasKey(each => each.Id);
            draft.Property(each => each.Id).ValueGeneratedNever();
            draft.Property(each => each.Version).IsConcurrencyToken();
            draft.Ignore(each => each.Form);
            draft.HasIndex(each => each.Writer);
        }
    }
}

/// <summary>Something happened to a draft. What is in it stays out of the ledger: only the writer may read it.</summary>
internal abstract record DraftEvent(Guid Draft) : LedgerEvent(Draft)
{
    /// <inheritdoc/>
    public override string Subject => "Draft";
}

/// <summary>Somebody began a draft.</summary>
[Told("Concept begonnen")]
internal sealed record DraftStarted(Guid Draft) : DraftEvent(Draft);

/// <summary>A draft that was written before signing in got its writer.</summary>
[Told("Concept overgenomen na inloggen")]
internal sealed record DraftTaken(Guid Draft) : DraftEvent(Draft);

/// <summary>A draft was thrown away.</summary>
[Told("Concept weggegooid")]
internal sealed record DraftThrownAway(Guid Draft) : DraftEvent(Draft);

/// <summary>A draft was put back.</summary>
[Told("Concept teruggezet")]
internal sealed record DraftPutBack(Guid Draft) : DraftEvent(Draft);
