using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>On the desk of the editors: tips that nobody confirmed, and those that were refused and may belong elsewhere.</summary>
internal sealed class TipsOnDesk(CatalogueDb db, IOrganisations organisations, Words words) : IDeskSection
{
    private const int AtMost = 500;

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        var rows = await (
            from tip in db.Tips
            join solution in db.Solutions on tip.Solution equals solution.Id
            where tip.State == TipState.Waiting || tip.State == TipState.Refused
            orderby tip.Given
            select new { tip.Solution, tip.Municipality, tip.State, tip.Asked, tip.Given, solution.Title }).Take(AtMost).ToListAsync(cancellation);
        return DeskSection.Of(new("Tips", rows.Count,
            [.. rows.Take(DeskList.Shown).Select(row => new DeskItem(
                row.Title, $"/tips/{row.Solution}/wijzig", organisations.DayOf(row.Given),
                words[Stands(row.State, row.Asked is not null), organisations.Find(row.Municipality)?.Name ?? ""]) { TitleIsWritten = true })]));
    }

    private static string Stands(TipState state, bool asked) => state switch
    {
        TipState.Refused => "{0} zegt: dit is niet van ons.",
        _ when asked => "We wachten op {0}.",
        _ => "Bij {0} doet nog niemand mee.",
    };
}
