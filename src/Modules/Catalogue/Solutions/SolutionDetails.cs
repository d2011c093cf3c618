using System.Linq.Expressions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Everything that its own page shows of a solution, straight from the row.</summary>
internal sealed record SolutionDetails
{
    public required SolutionId Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Promise { get; init; }
    public required string Problem { get; init; }
    public required string WhatWeDid { get; init; }
    public required string Result { get; init; }
    public required string ForWhom { get; init; }
    public required SolutionKind Kind { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public required IReadOnlyList<string> Tasks { get; init; }
    public required IReadOnlyList<string> Laws { get; init; }
    public required Effort? Effort { get; init; }
    public required CostBand? OneOffCost { get; init; }
    public required CostBand? YearlyCost { get; init; }
    public required string Requirements { get; init; }
    public required ScaleType? ScaleType { get; init; }
    public required string Accessibility { get; init; }
    public required string NonDigital { get; init; }
    public required string DataFreedom { get; init; }
    public required string Licence { get; init; }
    public required OrganisationId? Origin { get; init; }
    public required int? OriginYear { get; init; }
    public required int? BuildHours { get; init; }
    public required Contact? Steward { get; init; }
    public required Contact? Deputy { get; init; }
    public required PersonId? StewardPerson { get; init; }
    public required PersonId? DeputyPerson { get; init; }
    public required string Mailbox { get; init; }
    public required IReadOnlyList<Link> Links { get; init; }
    public required IReadOnlyList<Figure> Figures { get; init; }
    public required IReadOnlyList<Attachment> Attachments { get; init; }
    public required Stage Stage { get; init; }
    public required SolutionStatus Status { get; init; }
    public required DateOnly Shared { get; init; }
    public required DateOnly? LastConfirmed { get; init; }
    public required SolutionId? Successor { get; init; }
    public required string ArchiveReason { get; init; }
    public required DateOnly? ArchivedOn { get; init; }
    public required bool IsSample { get; init; }

    /// <summary>The part that a card shows.</summary>
    public SolutionCard Card => new(
        Id, Slug, Title, Promise, Kind, Stage, Status, Themes, Origin, Shared, LastConfirmed, IsSample);

    /// <summary>The row as a query reads it.</summary>
    public static Expression<Func<Solution, SolutionDetails>> Of { get; } = solution => new SolutionDetails
    {
        Id = solution.Id,
        Slug = solution.Slug,
        Title = solution.Title,
        Promise = solution.Promise,
        Problem = solution.Problem,
        WhatWeDid = solution.WhatWeDid,
        Result = solution.Result,
        ForWhom = solution.ForWhom,
        Kind = solution.Kind,
        Themes = solution.Themes,
        Tasks = solution.Tasks,
        Laws = solution.Laws,
        Effort = solution.Effort,
        OneOffCost = solution.OneOffCost,
        YearlyCost = solution.YearlyCost,
        Requirements = solution.Requirements,
        ScaleType = solution.ScaleType,
        Accessibility = solution.Accessibility,
        NonDigital = solution.NonDigital,
        DataFreedom = solution.DataFreedom,
        Licence = solution.Licence,
        Origin = solution.Origin,
        OriginYear = solution.OriginYear,
        BuildHours = solution.BuildHours,
        Steward = solution.Steward,
        Deputy = solution.Deputy,
        StewardPerson = solution.StewardPerson,
        DeputyPerson = solution.DeputyPerson,
        Mailbox = solution.Mailbox,
        Links = solution.Links,
        Figures = solution.Figures,
        Attachments = solution.Attachments,
        Stage = solution.Stage,
        Status = solution.Status,
        Shared = solution.Shared,
        LastConfirmed = solution.LastConfirmed,
        Successor = solution.Successor,
        ArchiveReason = solution.ArchiveReason,
        ArchivedOn = solution.ArchivedOn,
        IsSample = solution.IsSample,
    };
}
