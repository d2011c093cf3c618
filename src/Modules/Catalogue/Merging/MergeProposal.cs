using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Two solutions that may be the same thing, as an import or a person says. An editor decides, once.</summary>
internal sealed class MergeProposal
{
    public const int SourceLength = 80, WhyLength = 400;

    private MergeProposal() { }

    /// <summary>One of the pair; always the one that was made first.</summary>
    public SolutionId One { get; private set; }

    public SolutionId Other { get; private set; }

    /// <summary>Who says it, when it is a person.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>The import that says it; empty for a person.</summary>
    public string Source { get; private set; } = "";

    public string Why { get; private set; } = "";

    public DateTimeOffset Proposed { get; private set; }

    public ProposalState State { get; private set; }

    public DateTimeOffset? Decided { get; private set; }

    /// <summary>The pair in the order in which it is kept.</summary>
    public static (SolutionId One, SolutionId Other) Pair(SolutionId one, SolutionId other) =>
        one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);

    /// <summary>A person says that two are the same.</summary>
    public static MergeProposal By(PersonId person, SolutionId one, SolutionId other, string why, DateTimeOffset now)
    {
        var proposal = New(one, other, why, now);
        proposal.Person = person;
        return proposal;
    }

    /// <summary>An import found two titles that are nearly the same.</summary>
    public static MergeProposal Of(string source, SolutionId one, SolutionId other, DateTimeOffset now)
    {
        var proposal = New(one, other, "", now);
        proposal.Source = source;
        return proposal;
    }

    /// <summary>An editor decides.</summary>
    public void Decide(ProposalState state, DateTimeOffset now) => (State, Decided) = (state, now);

    /// <summary>The merge or the no was undone: it waits again.</summary>
    public void Reopen() => (State, Decided) = (ProposalState.Open, null);

    private static MergeProposal New(SolutionId one, SolutionId other, string why, DateTimeOffset now)
    {
        var pair = Pair(one, other);
        return new() { One = pair.One, Other = pair.Other, Why = why, Proposed = now };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<MergeProposal>
    {
        public void Configure(EntityTypeBuilder<MergeProposal> proposal)
        {
            proposal.ToTable("catalogue_merge_proposals");
            proposal.HasKey(each => new { each.One, each.Other });
            proposal.Property(each => each.Source).HasMaxLength(SourceLength);
            proposal.Property(each => each.Why).HasMaxLength(WhyLength);
            proposal.HasIndex(each => each.Other);
            proposal.HasIndex(each => new { each.State, each.Proposed });
        }
    }
}

/// <summary>What became of a proposal.</summary>
internal enum ProposalState
{
    /// <summary>Waits for an editor.</summary>
    Open,

    /// <summary>They are one now.</summary>
    Merged,

    /// <summary>They are not the same; it is never proposed again.</summary>
    Different,
}
