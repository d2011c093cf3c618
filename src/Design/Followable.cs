using Microsoft.AspNetCore.Http.Extensions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Design;

/// <summary>Something that a reader can follow; <c>/Layout/_Follow.cshtml</c> draws the button.</summary>
/// <param name="Kind">What kind of thing, as it stands in the address: "oplossing". A room may add its own.</param>
/// <param name="Key">Which one: an id, a slug, or words.</param>
public sealed record Followable(string Kind, string Key)
{
    /// <summary>The kinds that there are today.</summary>
    public const string Solution = "oplossing", Organisation = "organisatie", Theme = "thema", Search = "woorden", Intention = "voornemen";

    /// <summary>Whether the reader follows it, when the page knows; else the button asks.</summary>
    public bool? Follows { get; init; }

    /// <summary>The page that follows it, from the root of the site in the reader's language.</summary>
    /// <param name="stop">Whether a post stops following.</param>
    /// <param name="back">The page to show afterwards, from the root of the host.</param>
    public string PathTo(bool stop = false, string? back = null)
    {
        var query = new QueryBuilder { { "wat", Key } };
        if (stop)
            query.Add("handler", "Stop");
        if (back is not null)
            query.Add("terug", back);
        return $"/volg/{Kind}{query}";
    }
}

/// <summary>Knows what people follow. One room answers; pages ask it through <c>_Follow.cshtml</c>.</summary>
public interface IFollowing
{
    /// <summary>Whether a person follows something now.</summary>
    Task<bool> FollowsAsync(CurrentPerson person, Followable what, CancellationToken cancellation);
}
