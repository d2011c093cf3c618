using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>An entry of an outside source that was imported into a solution. A solution may have several.</summary>
internal sealed class SolutionSource
{
    public const int SourceLength = 80, SourceIdLength = 300, FingerprintLength = 64, TextLength = 3_000;

    private SolutionSource() { }

    /// <summary>The source by its key: "algoritmeregister".</summary>
    public string Source { get; private set; } = "";

    /// <summary>The entry's id in that source.</summary>
    public string SourceId { get; private set; } = "";

    public SolutionId Solution { get; private set; }

    /// <summary>The organisation whose entry it is, if the source says so.</summary>
    public OrganisationId? Organisation { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>The date of the source, as the import was told.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>A hash of what was imported, so that the same again costs nothing.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>What it says of the solution, when that is not what the solution itself says; otherwise empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The solution that was taken up in <see cref="Solution"/> and brought this along. An import leaves it where it is.</summary>
    public SolutionId? MergedFrom { get; private set; }

    public static SolutionSource Of(
        string source, string sourceId, SolutionId solution, OrganisationId? organisation, string url, DateOnly date, string fingerprint,
        string text = "") => new()
    {
        Source = source,
        SourceId = sourceId,
        Solution = solution,
        Organisation = organisation,
        Url = url,
        Date = date,
        Fingerprint = fingerprint,
        Text = text,
    };

    /// <summary>The source has a newer version of the entry.</summary>
    public void Renew(OrganisationId? organisation, string url, DateOnly date, string fingerprint, string text) =>
        (Organisation, Url, Date, Fingerprint, Text) = (organisation, url, date, fingerprint, text);

    /// <summary>The source still says the same, on a later day.</summary>
    /// <returns>Whether that day is later.</returns>
    public bool ReadAgain(DateOnly date)
    {
        if (date <= Date)
            return false;
        Date = date;
        return true;
    }

    /// <summary>The source gave the entry another title, so that it belongs to another solution now.</summary>
    public void MoveTo(SolutionId solution) => Solution = solution;

    /// <summary>The solution was taken up in another: this goes along, and keeps what that solution said as its own words.</summary>
    public void GoAlong(SolutionId into, string said) => (Solution, MergedFrom, Text) = (into, MergedFrom ?? Solution, Text.Length > 0 ? Text : said);

    /// <summary>The solution stands by itself again.</summary>
    public void GoBack(SolutionId solution, SolutionId? mergedFrom, string text) => (Solution, MergedFrom, Text) = (solution, mergedFrom, text);

    internal sealed class Mapping : IEntityTypeConfiguration<SolutionSource>
    {
        public void Configure(EntityTypeBuilder<SolutionSource> source)
        {
            source.ToTable("catalogue_sources");
            source.HasKey(each => new { each.Source, each.SourceId });
            source.Property(each => each.Source).HasMaxLength(SourceLength);
            source.Property(each => each.SourceId).HasMaxLength(SourceIdLength);
            source.Property(each => each.Url).HasMaxLength(Solutions.Solution.UrlLength);
            source.Property(each => each.Fingerprint).HasMaxLength(FingerprintLength);
            source.Property(each => each.Text).HasMaxLength(TextLength);
            source.HasIndex(each => each.Solution);
        }
    }
}
