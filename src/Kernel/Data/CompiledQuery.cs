using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Parelmuur.Kernel.Data;

/// <summary>A query that EF translates once, for each kind of database that this process talks to.</summary>
/// <remarks>EF binds a compiled query to the first model that it meets, and refuses it to any other.</remarks>
/// <typeparam name="TQuery">What <c>EF.CompileAsyncQuery</c> makes.</typeparam>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> byModel = [];

    /// <summary>The query for the database of this context.</summary>
    public TQuery For(DbContext db) => byModel.GetValue(db.Model, _ => compile());
}
