using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Joining.Lessons;

/// <summary>The services of this folder.</summary>
internal static class LessonPages
{
    public static IServiceCollection AddLessons(this IServiceCollection services) => services
        .AddScoped<Learn>()
        .AddScoped<IDailyJob>(provider => provider.GetRequiredService<Learn>());
}
