using Parelmuur.Catalogue.Api;

namespace Parelmuur.Catalogue.Export;

/// <summary>A column of the spreadsheet of solutions.</summary>
/// <param name="Name">As in the API.</param>
/// <param name="Value">What stands in it.</param>
internal sealed record SolutionColumn(string Name, Func<SolutionDocument, object?> Value);

/// <summary>All columns, in order.</summary>
internal static class SolutionColumns
{
    public static IReadOnlyList<SolutionColumn> All { get; } =
    [
        new("slug", each => each.Slug),
        new("title", each => each.Title),
        new("promise", each => each.Promise),
        new("kind", each => each.Kind),
        new("stage", each => each.Stage),
        new("status", each => each.Status),
        new("themes", each => each.Themes),
        new("tasks", each => each.Tasks),
        new("laws", each => each.Laws),
        new("origin", each => each.Origin?.Name),
        new("originCode", each => each.Origin?.Code?.Value),
        new("originYear", each => each.OriginYear),
        new("usersActive", each => each.Users.Active),
        new("usersConfirmed", each => each.Users.Confirmed),
        new("usersPlanned", each => each.Users.Planned),
        new("users", each => each.Users.Municipalities.Select(code => code.Value)),
        new("shared", each => each.Shared),
        new("lastConfirmed", each => each.LastConfirmed),
        new("problem", each => each.Problem),
        new("whatWeDid", each => each.WhatWeDid),
        new("result", each => each.Result),
        new("forWhom", each => each.ForWhom),
        new("requirements", each => each.Requirements),
        new("effort", each => each.Effort),
        new("oneOffCost", each => each.OneOffCost),
        new("yearlyCost", each => each.YearlyCost),
        new("licence", each => each.Licence),
        new("mailbox", each => each.Mailbox),
        new("links", each => each.Links.Select(link => link.Url)),
        new("attachments", each => each.Attachments.Select(file => file.Url)),
        new("successor", each => each.Successor),
        new("source", each => each.Source),
        new("sourceIds", each => each.SourceIds),
        new("isSample", each => each.IsSample),
    ];
}
