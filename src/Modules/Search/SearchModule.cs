using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;
using Parelmuur.Search.Thesaurus;

namespace Parelmuur.Search;

/// <summary>The plug of Search: the door <see cref="ISearch"/> and the reader that keeps the index fresh.</summary>
public sealed class SearchModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Search";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Analyzer>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton(new Preparation(scope => scope.GetRequiredService<SearchIndex>()));
        services.AddSingleton<ISearch, SearchEngine>();
        services.AddSingleton<ILedgerReader, SearchIndexer>();
        services.AddSingleton<ThesaurusOfHouse>();
        services.AddSingleton<IThesaurus>(provider => provider.GetRequiredService<ThesaurusOfHouse>());
        services.AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<ThesaurusOfHouse>());
    }
}
