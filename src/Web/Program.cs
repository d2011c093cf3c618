using Parelmuur.Web;
using Parelmuur.Web.Http;

var builder = WebApplication.CreateBuilder(args);
try
{
    await using var app = await Startup.StartAsync(builder);
    // Filling the rooms leaves twice their size behind; give it back once, before the readers come.
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    Console.WriteLine($"Parelmuur staat klaar op {string.Join(" en ", app.Urls)}");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (StartSettings.Explain(error, builder.Configuration) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return 1;
}
