using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Api;
using Parelmuur.Catalogue.Archiving;
using Parelmuur.Catalogue.Attachments;
using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Catalogue.Choosing;
using Parelmuur.Catalogue.Desk;
using Parelmuur.Catalogue.Export;
using Parelmuur.Catalogue.Import;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Improvements;
using Parelmuur.Catalogue.LaterQuestions;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.MunicipalityPage;
using Parelmuur.Catalogue.Samples;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stages;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Catalogue.Thesaurus;
using Parelmuur.Catalogue.Tips;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue;

/// <summary>Puts Catalogue in the house: the wall, solutions, search pages and check first.</summary>
public sealed class CatalogueModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Catalogue";

    /// <inheritdoc/>
    public IEnumerable<MenuItem> Menu =>
    [
        new(10, "Eerst kijken", "/eerst-kijken"),
        new(20, "De muur", "/muur"),
        new(30, "Deel een pareltje", "/deel"),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPlatformDb<CatalogueDb>(configuration)
        .Configure<MvcOptions>(mvc => mvc.Filters.Add<FormerAddress>())
        .AddSingleton<ICatalogue, SolutionCards>()
        .AddSingleton<ISearchSource, SolutionSearchSource>()
        .AddSingleton<MissedSearches>()
        .AddHostedService(provider => provider.GetRequiredService<MissedSearches>())
        .AddChecks()
        .AddIntentions()
        .AddSingleton<IThesaurusSource, SynonymSource>()
        .AddScoped<LoadThemes>()
        .AddSingleton<ThemeNames>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<ThemeNames>())
        .AddSingleton<WallFacets>()
        .AddSingleton<KeptPasts>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<KeptPasts>())
        .AddSingleton<KeptCards>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<KeptCards>())
        .AddSingleton<UserMaps>()
        .AddSingleton<Ladder>()
        .AddSingleton<OriginChain>()
        .AddScoped<WallCards>()
        .AddScoped<ReadWall>()
        .AddScoped<ReadSolution>()
        .AddScoped<IMunicipalitySection, SolutionsOfMunicipality>()
        .AddScoped<ISubjectNames, NamesOfSolutions>()
        .AddSingleton<ICatalogueImport, RunImport>()
        .AddScoped<ReviseSolution>()
        .AddScoped<VersionTexts>()
        .AddScoped<ConfirmSolution>()
        .AddScoped<AttachFiles>()
        .AddScoped<IKeepFiles, KeptFiles>()
        .AddScoped<HandOverSolution>()
        .AddSingleton<ILedgerReader, LetGoOfClosed>()
        .AddSingleton<ConfirmLink>()
        .AddScoped<IPersonalSection, OwnSolutions>()
        .AddScoped<IDailyJob, KeepFresh>()
        .AddScoped<IDailyJob, LetGoOfLeft>()
        .AddScoped<ChooseSolution>()
        .AddScoped<TellUsers>()
        .AddScoped<ArchiveSolution>()
        .AddSingleton<TakenUp>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<TakenUp>())
        .AddSingleton<ILedgerReader, MoveUses>()
        .AddSingleton<MergeTexts>()
        .AddScoped<MergeSolutions>()
        .AddScoped<DecideProposals>()
        .AddScoped<IDeskSection, MergesOnDesk>()
        .AddScoped<IDeskSection, StepsOnDesk>()
        .AddScoped<IDeskSection, WantedOnDesk>()
        .AddScoped<IDeskSection, MissedOnDesk>()
        .AddSingleton<StageChecklist>()
        .AddScoped<DecideStage>()
        .AddScoped<LoadSamples>()
        .AddSharing(configuration)
        .AddImprovements()
        .AddLaterQuestions()
        .AddTips()
        .AddCatalogueApi();

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => CataloguePolicies.Add(policies);

    /// <inheritdoc/>
    public void AddPages(PageConventionCollection pages)
    {
        foreach (var folder in (string[])["/Home", "/Wall", "/Solutions", "/Searching", "/OpenData"])
        {
            pages.AuthorizeFolder(folder, CataloguePolicies.Read);
            pages.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(new OutputCacheAttribute()));
        }

        CheckPages.Add(pages);
        IntentionPages.Add(pages);
        pages.AuthorizeFolder("/Thesaurus", CataloguePolicies.KeepThesaurus);
        AddStewardship(pages);
        SharingPages.Add(pages);
        ImprovementPages.Add(pages);
        LaterQuestionPages.Add(pages);
        TipPages.Add(pages);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CatalogueApi.Map(routes);
        ExportEndpoints.Map(routes);
        CheckFile.Map(routes);
        WallFeed.Map(routes);
        Complete.Map(routes);
        AttachmentEndpoint.Map(routes);
    }

    /// <inheritdoc/>
    public async Task SeedAsync(IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation)
    {
        await services.GetRequiredService<LoadThemes>().RunAsync(cancellation);
        await services.GetRequiredService<LoadSamples>().RunAsync(samples, cancellation);
    }

    private static void AddStewardship(PageConventionCollection pages)
    {
        foreach (var page in (string[])["/Stewardship/History", "/Stewardship/Wanted"])
        {
            pages.AuthorizePage(page, CataloguePolicies.Read);
            pages.AddPageApplicationModelConvention(page, model => model.EndpointMetadata.Add(new OutputCacheAttribute()));
        }

        pages.AuthorizeFolder("/Archiving", CataloguePolicies.Edit);
        foreach (var page in (string[])["/Merging/Merge", "/Merging/Proposals", "/Merging/Undo"])
            pages.AuthorizePage(page, CataloguePolicies.Merge);
        pages.AuthorizePage("/Merging/Report", CataloguePolicies.Report);
        pages.AuthorizePage("/Merging/Merged", CataloguePolicies.Read);
        pages.AuthorizePage("/Stages/Ask", CataloguePolicies.Edit);
        pages.AuthorizePage("/Stages/Decide", CataloguePolicies.Decide);
        pages.AuthorizePage("/Stages/Undo", CataloguePolicies.Decide);
        foreach (var page in (string[])["/Stewardship/Edit", "/Stewardship/Restore", "/Attachments/Index"])
            pages.AuthorizePage(page, CataloguePolicies.Edit);
        foreach (var page in (string[])["/Stewardship/Confirm", "/Stewardship/Handing", "/Stewardship/Answer"])
            pages.AuthorizePage(page, CataloguePolicies.Steward);
        pages.AuthorizePage("/Stewardship/ConfirmByMail", CataloguePolicies.Read);
    }
}
