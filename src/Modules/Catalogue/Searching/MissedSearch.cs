using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Searching;

/// <summary>Words that people searched for and that found nothing: what editors and makers can learn from.</summary>
/// <remarks>
/// Nothing of the person is kept: no name, address or moment, and no text that looks like somebody's mail address, number or
/// home. It says nothing about the catalogue either, so it has no line in the ledger.
/// </remarks>
internal sealed partial class MissedSearch
{
    public const int TextLength = 80;
    private const int Shortest = 2;

    private MissedSearch() { }

    /// <summary>The words as they are compared.</summary>
    public string Text { get; private set; } = "";

    public int Times { get; private set; }

    /// <summary>The last day on which somebody searched for it.</summary>
    public DateOnly LastOn { get; private set; }

    /// <summary>The form in which words are kept; null when they may not be.</summary>
    public static string? Kept(string asked)
    {
        var text = Spaces().Replace(Fold.Text(asked), " ").Trim();
        return text.Length is >= Shortest and <= TextLength && !text.Any(char.IsControl) && !Personal().IsMatch(text) ? text : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();

    // A mail address; six or more digits, as in a telephone number, account or citizen service number; a postcode.
    [GeneratedRegex(@"@|([0-9][\s.\-/()]*){6}|\b[1-9][0-9]{3} ?[a-z]{2}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Personal();

    internal sealed class Mapping : IEntityTypeConfiguration<MissedSearch>
    {
        public void Configure(EntityTypeBuilder<MissedSearch> missed)
        {
            missed.ToTable("catalogue_missed_searches");
            missed.HasKey(each => each.Text);
            missed.Property(each => each.Text).HasMaxLength(TextLength);
        }
    }
}
