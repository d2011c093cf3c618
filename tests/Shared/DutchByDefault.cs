using System.Globalization;
using System.Runtime.CompilerServices;

namespace Parelmuur.Tests;

/// <summary>Tests read Dutch texts, whatever the language of the machine or of the runner; English is asked for.</summary>
internal static class DutchByDefault
{
#pragma warning disable CA2255 // A test project is an application here: nothing else runs before the first test.
    [ModuleInitializer]
    internal static void Set()
    {
        var dutch = new CultureInfo("nl-NL");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = dutch;
    }
#pragma warning restore CA2255
}
