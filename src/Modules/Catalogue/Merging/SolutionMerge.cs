using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Two solutions that were made one, with everything that is needed to part them again.</summary>
internal sealed class SolutionMerge(
    Guid id, SolutionId solution, SolutionId into, string reason, DateTimeOffset moment, PersonId person, MovedParts moved)
{
    public const int ReasonLength = 380;

    public Guid Id { get; private set; } = id;

    /// <summary>The one that was taken up.</summary>
    public SolutionId Solution { get; private set; } = solution;

    /// <summary>The one that goes on.</summary>
    public SolutionId Into { get; private set; } = into;

    public string Reason { get; private set; } = reason;

    public DateTimeOffset Moment { get; private set; } = moment;

    public PersonId Person { get; private set; } = person;

    public MovedParts Moved { get; private set; } = moved;

    /// <summary>When it was undone.</summary>
    public DateTimeOffset? Undone { get; private set; }

    public void Undo(DateTimeOffset now) => Undone = now;

    internal sealed class Mapping : IEntityTypeConfiguration<SolutionMerge>
    {
        public void Configure(EntityTypeBuilder<SolutionMerge> merge)
        {
            merge.ToTable("catalogue_merges");
            merge.HasKey(each => each.Id);
            merge.Property(each => each.Id).ValueGeneratedNever();
            merge.Property(each => each.Reason).HasMaxLength(ReasonLength);
            merge.Property(each => each.Moved).AsJson();
            merge.HasIndex(each => each.Solution);
            merge.HasIndex(each => each.Into);
        }
    }
}

/// <summary>What moved with a merge, as it was before.</summary>
internal sealed record MovedParts
{
    /// <summary>How the one that was taken up stood.</summary>
    public required SolutionStatus Status { get; init; }

    /// <summary>Its address of then.</summary>
    public required string Slug { get; init; }

    /// <summary>All addresses that it has or had.</summary>
    public required IReadOnlyList<string> Slugs { get; init; }

    /// <summary>The entries of outside sources, with the words each had of its own.</summary>
    public required IReadOnlyList<MovedSource> Sources { get; init; }

    /// <summary>The relations that it had.</summary>
    public required IReadOnlyList<MovedRelation> Relations { get; init; }

    /// <summary>The relations that the one that goes on got of it.</summary>
    public required IReadOnlyList<MovedRelation> Gained { get; init; }

    /// <summary>The parts of the text that the one that goes on took over, by name.</summary>
    public required IReadOnlyList<string> Taken { get; init; }

    /// <summary>The version of the one that goes on before it took something over.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it took over the steward.</summary>
    public required bool Steward { get; init; }

    /// <summary>The line on the chain of origin.</summary>
    public required Guid Told { get; init; }
}

/// <summary>An entry of an outside source that moved.</summary>
internal sealed record MovedSource(string Source, string SourceId, string Text, Guid? MergedFrom);

/// <summary>A relation, as it was.</summary>
internal sealed record MovedRelation(Guid From, RelationKind Kind, Guid To);
