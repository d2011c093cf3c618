using Parelmuur.Design;

namespace Parelmuur.Conversations.Following;

/// <summary>Everything that a person follows, with a button to stop.</summary>
internal sealed class MineModel(FollowThings follow) : FormPage
{
    public IReadOnlyList<FollowedKind> Kinds { get; private set; } = [];

    /// <summary>Where a form stops, and comes back here.</summary>
    public string StopPath(Follow each) =>
        Request.PathBase + new Followable(each.Kind, each.Key).PathTo(stop: true, $"{Request.PathBase}/mijn/volgt");

    protected override async Task PrepareAsync(CancellationToken cancellation) => Kinds = await follow.OfAsync(Me.Id, cancellation);
}
