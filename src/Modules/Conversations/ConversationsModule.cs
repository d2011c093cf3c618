using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Conversations.Feeds;
using Parelmuur.Conversations.Following;
using Parelmuur.Conversations.Moderation;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Conversations.OpenQuestions;
using Parelmuur.Conversations.SolutionPage;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Conversations;

/// <summary>Puts Conversations in the house: questions to users, answers, comments and their moderation, following and being told.</summary>
public sealed class ConversationsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Conversations";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPlatformDb<ConversationsDb>(configuration)
        .AddScoped<ChooseContacts>()
        .AddScoped<Contribute>()
        .AddScoped<ConversationMails>()
        .AddScoped<DecideReports>()
        .AddFollowing()
        .AddNotifications()
        .AddSingleton<DiscussedSolutions>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<DiscussedSolutions>())
        .AddScoped<ISolutionSection, ConversationsOfSolution>()
        .AddScoped<ISolutionAnswers, AnswersOnSolution>()
        .AddScoped<IPersonalData, ContributionsOfPerson>()
        .AddScoped<IPersonalSection, MyOpenQuestions>()
        .AddScoped<IPersonalSection, WaitingReports>()
        .AddScoped<IDeskSection, ReportsOnDesk>();

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => ConversationsPolicies.Add(policies);

    /// <inheritdoc/>
    public void AddPages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Following", ConversationsPolicies.Follow);
        pages.AuthorizeFolder("/Inbox", ConversationsPolicies.Follow);
        pages.AuthorizePage("/Mails/Unsubscribe", ConversationsPolicies.Read);
        pages.AuthorizeFolder("/Writing", ConversationsPolicies.Write);
        pages.AuthorizeFolder("/Reporting", ConversationsPolicies.Report);
        pages.AuthorizeFolder("/Moderation", ConversationsPolicies.Moderate);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder routes) => ConversationFeeds.Map(routes);
}
