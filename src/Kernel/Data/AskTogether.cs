using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Data;

/// <summary>Lets several pieces of work read at the same time, and brings what they ask to the database together.</summary>
/// <remarks>
/// The pieces are plain EF queries that know nothing of each other, and may read only. On PostgreSQL each works in a scope of its own;
/// when all of them wait for an answer, their questions go as one batch over one connection: a page with ten sections costs as
/// many round trips as the section that asks most. On SQLite, which answers at once, they work one after the other, and what was asked
/// is kept for the next time.
/// </remarks>
public sealed class AskTogether
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Makers = [];

    private readonly ConcurrentDictionary<Type, IReadOnlyList<Type>> sectionsOf = [];
    private readonly IServiceScopeFactory scopes;
    private readonly KeptStatements? kept;

    internal AskTogether(IServiceScopeFactory scopes, KeptStatements? kept) => (this.scopes, this.kept) = (scopes, kept);

    /// <summary>Runs the pieces to their end. When one fails the others go on, and then its error is thrown.</summary>
    /// <remarks>A piece may itself ask several things together: its pieces then take part in the round of the whole page.</remarks>
    public async Task AllAsync(IReadOnlyCollection<Func<IServiceProvider, Task>> pieces, CancellationToken cancellation)
    {
        if (Round.Current is JoinedRound whole)
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
            await OneByOneAsync(pieces, kept);
            return;
        }

        await using var own = scopes.CreateAsyncScope();
        // One has nothing to wait for.
        if (pieces.Count == 1)
        {
            await pieces.First()(own.ServiceProvider);
            return;
        }

        var round = new JoinedRound(pieces.Count, own.ServiceProvider, cancellation);
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

    /// <summary>Asks every section that the rooms add to a page for its part, and gives the parts in the order of the sections.</summary>
    /// <param name="ask">Asks one section; null when it has nothing to say.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="own">What the page itself asks at the same time.</param>
    public Task<IReadOnlyList<TPart>> SectionsAsync<TSection, TPart>(
        Func<TSection, Task<TPart?>> ask, CancellationToken cancellation, params IReadOnlyCollection<Func<IServiceProvider, Task>> own)
        where TSection : class, IPageSection
        where TPart : class => PartsOfAsync(
            sectionsOf.GetOrAdd(typeof(TSection), _ =>
            {
                using var scope = scopes.CreateScope();
                return [.. scope.ServiceProvider.GetServices<TSection>().OrderBy(section => section.Order).Select(section => section.GetType())];
            }),
            ask, own, cancellation);

    /// <summary>Asks every one of several rooms for its part, and gives the parts in the same order.</summary>
    /// <param name="rooms">The rooms, as the page got them; others of their kind do the work.</param>
    /// <param name="ask">Asks one room; null when it has nothing to say.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<TPart>> PartsAsync<TRoom, TPart>(
        IEnumerable<TRoom> rooms, Func<TRoom, Task<TPart?>> ask, CancellationToken cancellation)
        where TRoom : class
        where TPart : class => PartsOfAsync([.. rooms.Select(room => room.GetType())], ask, [], cancellation);

    private async Task<IReadOnlyList<TPart>> PartsOfAsync<TRoom, TPart>(
        IReadOnlyList<Type> kinds, Func<TRoom, Task<TPart?>> ask, IReadOnlyCollection<Func<IServiceProvider, Task>> own, CancellationToken cancellation)
        where TRoom : class
        where TPart : class
    {
        var parts = new TPart?[kinds.Count];
        await AllAsync(
            [.. own, .. kinds.Select((kind, at) => (Func<IServiceProvider, Task>)(async services =>
                parts[at] = await ask((TRoom)MakerOf(kind)(services, null))))],
            cancellation);
        return [.. parts.OfType<TPart>()];
    }

    private static ObjectFactory MakerOf(Type kind) => Makers.GetOrAdd(kind, type => ActivatorUtilities.CreateFactory(type, []));

    // SQLite answers on this thread, so nothing is won by working side by side.
    private async Task OneByOneAsync(IReadOnlyCollection<Func<IServiceProvider, Task>> pieces, KeptStatements statements)
    {
        Round.Current = statements;
        await using var scope = scopes.CreateAsyncScope();
        List<Exception>? errors = null;
        foreach (var piece in pieces)
        {
            try
            {
                await piece(scope.ServiceProvider);
            }
#pragma warning disable CA1031 // The others go on first.
            catch (Exception error)
#pragma warning restore CA1031
            {
                (errors ??= []).Add(error);
            }
        }

        if (errors is not null)
            ExceptionDispatchInfo.Throw(errors[0]);
    }

    private async Task RunAsync(Func<IServiceProvider, Task> piece, JoinedRound round)
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
