using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Writing;

/// <summary>Writing something new about the solution that the address names.</summary>
internal abstract class AboutSolution(ICatalogue catalogue, Words words) : WritingPage(words)
{
    [FromRoute]
    public string Slug { get; set; } = "";

    protected override async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await catalogue.FindBySlugAsync(Slug, cancellation) is not { } solution)
            return false;
        Solution = solution;
        return true;
    }
}
