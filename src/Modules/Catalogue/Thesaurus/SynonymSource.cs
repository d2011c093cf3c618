using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Thesaurus;

/// <summary>Tells Search which pairs editors keep.</summary>
internal sealed class SynonymSource(IServiceScopeFactory scopes) : IThesaurusSource
{
    /// <inheritdoc/>
    public string Subject => SynonymEvent.SubjectName;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pairs = await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Synonyms.AsNoTracking()
            .Where(pair => pair.Removed == null).OrderBy(pair => pair.Id).ToListAsync(cancellation);
        return [.. pairs.Select(pair => pair.Line)];
    }
}
