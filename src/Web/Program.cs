using Parelmuur.Web;
using Parelmuur.Web.Http;

var builder = WebApplication.CreateBuilder(args);
try
{
    await using var app = await Startup.StartAsync(builder);
    Console.WriteLine($"Parelmuur staat klaar op {string.Join(" en ", app.Urls)}");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (StartSettings.Explain(error, builder.Configuration) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return 1;
}
