using System.Globalization;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>A draft in a list.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Title">Its title, or words for a draft without one.</param>
/// <param name="Saved">When it was saved: "22 november 2026 om 14.03".</param>
/// <param name="ThrownAway">Whether it was put aside.</param>
internal sealed record DraftLine(Guid Id, string Title, string Saved, bool ThrownAway);

/// <summary>Drafts as lists show them.</summary>
internal sealed class DraftLines(KeepDrafts drafts, Words words)
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public async Task<IReadOnlyList<DraftLine>> OfAsync(PersonId writer, CancellationToken cancellation) =>
        [.. (await drafts.OfAsync(writer, cancellation)).Select(draft => new DraftLine(
            draft.Id,
            string.IsNullOrWhiteSpace(draft.Form.Title) ? words["Zonder titel"] : draft.Form.Title,
            Moment(draft.Changed),
            draft.ThrownAway is not null))];

    private string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Netherlands);
        return words["{0} om {1}", Words.Day(DateOnly.FromDateTime(local.Date)), local.ToString("HH.mm", CultureInfo.InvariantCulture)];
    }
}

/// <summary>"Je concepten" on the personal page.</summary>
internal sealed class MyDrafts(DraftLines lines) : IPersonalSection
{
    public int Order => 20;

    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        var open = (await lines.OfAsync(person.Id, cancellation)).Where(draft => !draft.ThrownAway).ToList();
        return open.Count == 0 ? null : new("/Sharing/_MyDrafts.cshtml", (IReadOnlyList<DraftLine>)open);
    }
}
