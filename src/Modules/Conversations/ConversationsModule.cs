using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Conversations.Moderation;
using Parelmuur.Conversations.OpenQuestions;
using Parelmuur.Conversations.SolutionPage;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Conversations;

/// <summary>Puts Conversations in the house: questions to users, answers, comments and their moderation.</summary>
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
        .AddScoped<ISolutionSection, ConversationsOfSolution>()
        .AddScoped<IPersonalSection, MyOpenQuestions>()
        .AddScoped<IPersonalSection, WaitingReports>();

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => ConversationsPolicies.Add(policies);

    /// <inheritdoc/>
    public void AddPages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Writing", ConversationsPolicies.Write);
        pages.AuthorizeFolder("/Reporting", ConversationsPolicies.Report);
        pages.AuthorizeFolder("/Moderation", ConversationsPolicies.Moderate);
    }
}
