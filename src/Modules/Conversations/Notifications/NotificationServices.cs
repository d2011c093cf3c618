using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Conversations.Inbox;
using Parelmuur.Conversations.Mails;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Conversations.Notifications;

/// <summary>What telling people adds to the room: on the site, by mail, and as feeds.</summary>
internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddScoped<TellNews>()
        .AddScoped<ReadNews>()
        .AddScoped<ChooseReceivers>()
        .AddSingleton<ILedgerReader, NotifyFollowers>()
        .AddSingleton<UnreadCounts>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<UnreadCounts>())
        .AddSingleton<IPersonalLink>(provider => provider.GetRequiredService<UnreadCounts>())
        .AddScoped<ReadInbox>()
        .AddScoped<UnsubscribeLink>()
        .AddScoped<WriteNewsMail>()
        .AddScoped<IJob, MailNews>()
        .AddScoped<IPersonalData, NotificationsOfPerson>();
}
