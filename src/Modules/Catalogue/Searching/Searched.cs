using System.Linq.Expressions;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Searching;

/// <summary>What Search reads of a solution: at start of every one, so no more than it needs.</summary>
internal sealed record Searched(
    SolutionId Id,
    string Title,
    string Promise,
    string Problem,
    string WhatWeDid,
    string Result,
    string ForWhom,
    string Requirements,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Tasks,
    IReadOnlyList<string> Laws,
    SolutionKind Kind,
    Stage Stage,
    SolutionStatus Status,
    OrganisationId? Origin,
    DateOnly Shared,
    DateOnly? LastConfirmed)
{
    /// <summary>The row as a query reads it.</summary>
    public static Expression<Func<Solution, Searched>> Of { get; } = solution => new Searched(
        solution.Id, solution.Title, solution.Promise, solution.Problem, solution.WhatWeDid, solution.Result, solution.ForWhom,
        solution.Requirements, solution.Themes, solution.Tasks, solution.Laws, solution.Kind, solution.Stage, solution.Status,
        solution.Origin, solution.Shared, solution.LastConfirmed);
}
