using Microsoft.EntityFrameworkCore;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Conversations.Following;
using Parelmuur.Conversations.Moderation;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Conversations;

/// <summary>The tables of Conversations.</summary>
internal sealed class ConversationsDb(DbContextOptions<ConversationsDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<AskedPerson> Asked => Set<AskedPerson>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Report> Reports => Set<Report>();
}
