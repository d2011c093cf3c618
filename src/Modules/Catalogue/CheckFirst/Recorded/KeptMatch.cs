using System.Text.Json.Serialization;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>A match as it was on the day of the check: what the reader saw, not what became of it.</summary>
internal sealed record KeptMatch
{
    public Guid Solution { get; init; }

    public string Slug { get; init; } = "";

    public string Title { get; init; } = "";

    public string Promise { get; init; } = "";

    public string? Maker { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Stage>))]
    public Stage Stage { get; init; }

    /// <summary>1 (a little) to 5 (very well).</summary>
    public int Strength { get; init; }

    public int Users { get; init; }

    public int Confirmed { get; init; }

    public DateOnly? LastConfirmed { get; init; }

    public IReadOnlyList<string> Peers { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<TextPiece>> YouWrite { get; init; } = [];

    public IReadOnlyList<TextPiece> ThisSolution { get; init; } = [];

    public IReadOnlyList<string> OnlyInPlan { get; init; } = [];

    public IReadOnlyList<string> OnlyInSolution { get; init; } = [];

    public static KeptMatch Of(FoundSolution found, IOrganisations organisations) => new()
    {
        Solution = found.Card.Id.Value,
        Slug = found.Card.Slug,
        Title = found.Card.Title,
        Promise = found.Card.Promise,
        Maker = found.Card.Origin is { } origin ? organisations.Find(origin)?.Name : null,
        Stage = found.Card.Stage,
        Strength = found.Strength,
        Users = found.Users.Active,
        Confirmed = found.Users.Confirmed,
        LastConfirmed = found.Card.LastConfirmed,
        Peers = [.. found.Peers.Select(peer => peer.Name)],
        YouWrite = found.YouWrite,
        ThisSolution = found.ThisSolution,
        OnlyInPlan = found.OnlyInPlan,
        OnlyInSolution = found.OnlyInSolution,
    };
}
