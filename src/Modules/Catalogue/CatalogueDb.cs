using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Improvements;
using Parelmuur.Catalogue.LaterQuestions;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stages;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Catalogue.Thesaurus;
using Parelmuur.Catalogue.Tips;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Catalogue;

/// <summary>The tables of Catalogue.</summary>
internal sealed class CatalogueDb(DbContextOptions<CatalogueDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Solution> Solutions => Set<Solution>();

    public DbSet<SolutionSlug> Slugs => Set<SolutionSlug>();

    public DbSet<SolutionVersion> Versions => Set<SolutionVersion>();

    public DbSet<StageDecision> Decisions => Set<StageDecision>();

    public DbSet<SolutionMerge> Merges => Set<SolutionMerge>();

    public DbSet<MergeProposal> MergeProposals => Set<MergeProposal>();

    public DbSet<StageRequest> StageRequests => Set<StageRequest>();

    public DbSet<SolutionMoment> Moments => Set<SolutionMoment>();

    public DbSet<SolutionRelation> Relations => Set<SolutionRelation>();

    public DbSet<SolutionSource> Sources => Set<SolutionSource>();

    public DbSet<MissedSearch> MissedSearches => Set<MissedSearch>();

    public DbSet<Nudge> Nudges => Set<Nudge>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<RecordedCheck> Checks => Set<RecordedCheck>();

    public DbSet<Rejection> Rejections => Set<Rejection>();

    public DbSet<WaitingCheck> WaitingChecks => Set<WaitingCheck>();

    public DbSet<Intention> Intentions => Set<Intention>();

    public DbSet<IntentionJoin> IntentionJoins => Set<IntentionJoin>();

    public DbSet<SynonymPair> Synonyms => Set<SynonymPair>();
    public DbSet<Improvement> Improvements => Set<Improvement>();

    public DbSet<LaterAnswer> LaterAnswers => Set<LaterAnswer>();

    public DbSet<Tip> Tips => Set<Tip>();

    public DbSet<Theme> Themes => Set<Theme>();
}
