using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Desk;

/// <summary>On the desk of the editors: searches that found nothing, with the way to say which words mean the same.</summary>
internal sealed class MissedOnDesk(CatalogueDb db, Words words) : IDeskSection
{
    public int Order => 60;

    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        var missed = await db.MissedSearches.OrderByDescending(each => each.Times).ThenBy(each => each.Text)
            .Select(each => new { each.Text, each.Times, each.LastOn, Count = db.MissedSearches.Count() })
            .Take(DeskList.Shown).ToListAsync(cancellation);
        return DeskSection.Of(new("Wat mensen niet vonden", missed.Count == 0 ? 0 : missed[0].Count,
            [.. missed.Select(each => new DeskItem(
                each.Text, $"/redactie/synoniemen?zoek={Uri.EscapeDataString(each.Text)}", each.LastOn,
                words.Count(each.Times, "1 keer gezocht.", "{0:N0} keer gezocht.")) { TitleIsWritten = true })],
            "/redactie/synoniemen"));
    }
}
