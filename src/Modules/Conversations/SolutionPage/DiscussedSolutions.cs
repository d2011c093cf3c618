using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.SolutionPage;

/// <summary>About which solutions somebody asked or told something; about most nobody did yet.</summary>
internal sealed class DiscussedSolutions(IServiceScopeFactory scopes) : KnownIds<SolutionId>(scopes)
{
    public override string Name => "solutions that are talked about";

    protected override SolutionId? Begun(LedgerEntry entry) =>
        entry.Event is nameof(QuestionAsked) or nameof(CommentPosted) ? new SolutionId(entry.SubjectId) : null;

    protected override Task<List<SolutionId>> AllAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<ConversationsDb>().Contributions.Select(each => each.Solution).Distinct().ToListAsync(cancellation);
}
