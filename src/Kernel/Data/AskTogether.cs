using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Data;

/// <summary>Lets several pieces of work read at the same time, and brings what they ask to the database together.</summary>
/// <remarks>
/// The pieces are plain EF queries that know nothing of each other. Each works in a scope of its own. When all of them
/// wait for an answer, their questions go as one command over one connection: a page with ten sections costs as many round
/// trips as the section that asks most. They may read only. SQLite, which answers at once, keeps what it was asked for the next time.
/// </remarks>
public sealed class AskTogether
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Makers = [];

    private readonly IServiceScopeFactory scopes;
    private readonly KeptStatements? kept;

    internal AskTogether(IServiceScopeFactory scopes, KeptStatements? kept) => (this.scopes, this.kept) = (scopes, kept);

    /// <summary>Runs the pieces to their end. When one fails the others go on, and then its error is thrown.</summary>
    /// <remarks>A piece may itself ask several things together: its pieces then take part in the round of the whole page.</remarks>
    public async Task AllAsync(IReadOnlyCollection<Func<IServiceProvider, Task>> pieces, CancellationToken cancellation)
    {
        if (Round.Current is { } whole)
        {
            whole.Split(pieces.Count);
            try
            {
                await Task.WhenAll(pieces.Select(piece => RunAsync(piece, whole)));
            }
            finally
            {
                whole.Return();
            }

            return;
        }

        if (kept is not null)
        {
            await Task.WhenAll(pieces.Select(piece => RunAsync(piece, kept)));
            return;
        }

        await using var own = scopes.CreateAsyncScope();
        var round = new JoinedRound(pieces.Count, own.ServiceProvider.GetRequiredService<KernelDb>(), cancellation);
        try
        {
            await Task.WhenAll(pieces.Select(piece => RunAsync(piece, round)));
        }
        finally
        {
            await round.EndAsync();
        }
    }

    /// <summary>Asks one thing.</summary>
    public async Task<T> OneAsync<TDb, T>(Func<TDb, Task<T>> question, CancellationToken cancellation)
        where TDb : PlatformDb
    {
        var answer = default(T)!;
        await AllAsync<TDb>(cancellation, async db => answer = await question(db));
        return answer;
    }

    /// <summary>Asks one room several things.</summary>
    public Task AllAsync<TDb>(CancellationToken cancellation, params IReadOnlyCollection<Func<TDb, Task>> questions)
        where TDb : PlatformDb => AllAsync(
            [.. questions.Select(question => (Func<IServiceProvider, Task>)(services => question(services.GetRequiredService<TDb>())))], cancellation);

    /// <summary>Asks every section of a page for its part, and gives the parts in the order of the sections.</summary>
    /// <param name="sections">The sections, as the page got them; others of their kind do the work.</param>
    /// <param name="ask">Asks one section; null when it has nothing to say.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="own">What the page itself asks at the same time.</param>
    public async Task<IReadOnlyList<TPart>> PartsAsync<TSection, TPart>(
        IEnumerable<TSection> sections, Func<TSection, Task<TPart?>> ask, CancellationToken cancellation,
        params IReadOnlyCollection<Func<IServiceProvider, Task>> own)
        where TSection : class
        where TPart : class
    {
        var kinds = sections.Select(section => section.GetType()).ToList();
        var parts = new TPart?[kinds.Count];
        await AllAsync(
            [.. own, .. kinds.Select((kind, at) => (Func<IServiceProvider, Task>)(async services =>
                parts[at] = await ask((TSection)MakerOf(kind)(services, null))))],
            cancellation);
        return [.. parts.OfType<TPart>()];
    }

    private static ObjectFactory MakerOf(Type kind) => Makers.GetOrAdd(kind, type => ActivatorUtilities.CreateFactory(type, []));

    private async Task RunAsync(Func<IServiceProvider, Task> piece, Round round)
    {
        Round.Current = round;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await piece(scope.ServiceProvider);
        }
        finally
        {
            round.Leave();
        }
    }
}
