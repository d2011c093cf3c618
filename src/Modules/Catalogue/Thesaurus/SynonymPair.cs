using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Catalogue.Thesaurus;

/// <summary>Two words or names that editors say mean the same, or of which the first falls under the second.</summary>
/// <remarks>It comes on top of the thesaurus that is shipped with the program.</remarks>
internal sealed class SynonymPair(Guid id, string from, string to, bool isBroader, DateOnly on)
{
    public const int NameLength = 100;

    public Guid Id { get; private set; } = id;

    public string From { get; private set; } = from;

    public string To { get; private set; } = to;

    /// <summary>Whether who asks the first also finds the second, and not the other way round.</summary>
    public bool IsBroader { get; private set; } = isBroader;

    /// <summary>The day of the last change.</summary>
    public DateOnly On { get; private set; } = on;

    public DateOnly? Removed { get; private set; }

    /// <summary>As a line of the thesaurus.</summary>
    public string Line => LineOf(From, To, IsBroader);

    public static string LineOf(string from, string to, bool isBroader) => $"{from} {(isBroader ? '>' : '=')} {to}";

    /// <summary>Makes another pair of it.</summary>
    public void Change(string from, string to, bool isBroader, DateOnly today) => (From, To, IsBroader, On) = (from, to, isBroader, today);

    /// <summary>It counts no more.</summary>
    public void Remove(DateOnly today) => Removed = today;

    /// <summary>It counts again.</summary>
    public void PutBack() => Removed = null;

    internal sealed class Mapping : IEntityTypeConfiguration<SynonymPair>
    {
        public void Configure(EntityTypeBuilder<SynonymPair> pair)
        {
            pair.ToTable("catalogue_synonyms");
            pair.HasKey(each => each.Id);
            pair.Property(each => each.Id).ValueGeneratedNever();
            pair.Property(each => each.From).HasMaxLength(NameLength);
            pair.Property(each => each.To).HasMaxLength(NameLength);
            pair.Ignore(each => each.Line);
        }
    }
}

/// <summary>Something happened to a pair of the thesaurus; the lines in the ledger are its history.</summary>
internal abstract record SynonymEvent(Guid Synonym) : LedgerEvent(Synonym)
{
    public const string SubjectName = "Synonym";

    /// <inheritdoc/>
    public override string Subject => SubjectName;
}

/// <summary>An editor added a pair.</summary>
[Told("Paar van woorden gemaakt")]
internal sealed record SynonymAdded(Guid Synonym, string Line) : SynonymEvent(Synonym);

/// <summary>An editor changed a pair.</summary>
[Told("Paar van woorden aangepast")]
internal sealed record SynonymChanged(Guid Synonym, string Line, string Before) : SynonymEvent(Synonym);

/// <summary>An editor removed a pair.</summary>
[Told("Paar van woorden weggehaald")]
internal sealed record SynonymRemoved(Guid Synonym, string Line) : SynonymEvent(Synonym);

/// <summary>An editor put a removed pair back.</summary>
[Told("Paar van woorden teruggezet")]
internal sealed record SynonymPutBack(Guid Synonym, string Line) : SynonymEvent(Synonym);
