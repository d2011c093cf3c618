using System.Collections.Frozen;
using System.Reflection;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Tells every event of the house in words that people use.</summary>
public sealed class LedgerWords(IEnumerable<IModule> modules, Words words)
{
    private readonly FrozenDictionary<string, string?> told = modules.Select(module => module.GetType().Assembly)
        .Append(typeof(LedgerWords).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(LedgerEvent)))
        .ToFrozenDictionary(type => type.Name, type => type.GetCustomAttribute<ToldAttribute>()?.Dutch);

    /// <summary>The names of all events, with their words in Dutch; null where a room forgot them.</summary>
    public IReadOnlyDictionary<string, string?> All => told;

    /// <summary>The event in the reader's language. What is no longer made, still has its name.</summary>
    public string this[string name] => told.GetValueOrDefault(name) is { } dutch ? words[dutch] : name;
}
