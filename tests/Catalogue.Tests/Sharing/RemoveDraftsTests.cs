using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Sharing;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Catalogue.Tests.Sharing;

/// <summary>What somebody was writing who left.</summary>
public sealed class RemoveDraftsTests
{
    [Theory, OnEachDatabase]
    public async Task Run_AfterAnAccountIsClosed_RemovesItsDrafts_AndNobodyElses(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var (left, stays) = ($"Vertrokken {Guid.NewGuid():N}", $"Gebleven {Guid.NewGuid():N}");
        using var femke = await site.AsAsync("Femke de Boer");
        using var samira = await site.AsAsync("Samira Yıldız");
        await femke.SubmitAsync("/deel", Writer.Save, Writer.Gem(left));
        await samira.SubmitAsync("/deel", Writer.Save, Writer.Gem(stays));
        Assert.Equal((1, 1), (await CountAsync(left), await CountAsync(stays)));

        await femke.SubmitAsync("/mijn/account-sluiten", "Sluit mijn account", ("Form.TypedName", "Femke de Boer"));

        await Writer.UntilAsync(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDailyJob>().OfType<RemoveDrafts>().Single().RunAsync(default);
            return await CountAsync(left) == 0;
        });
        Assert.Equal(1, await CountAsync(stays));

        async Task<int> CountAsync(string title)
        {
            await using var scope = site.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Drafts.CountAsync(draft => draft.Content.Contains(title));
        }
    }
}
