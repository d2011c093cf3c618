using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Parelmuur.Catalogue.Wall;

/// <summary>The wall: every solution as a card or a row, narrowed by facets.</summary>
internal sealed class IndexModel(ReadWall wall, WallFacets facets) : PageModel
{
    public WallAnswer Wall { get; private set; } = null!;

    public WallQuestion Asked => Wall.Question;

    public string Path => Request.PathBase + "/muur";

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Wall = await wall.AnswerAsync(WallQuestion.Read(Request.Query, facets), Request.PathBase, cancellation);

    /// <summary>The address of the wall with another question.</summary>
    public string To(WallQuestion question) => Path + question.Address;
}
