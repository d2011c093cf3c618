using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Kernel.Ledger;

/// <summary>How far a reader has come that works on one node at a time, and which node has the work now.</summary>
internal sealed class LedgerCursor
{
    public const int ReaderLength = 80, NodeLength = 80;

    private LedgerCursor() { }

    public string Reader { get; private set; } = "";

    public long Transaction { get; private set; }

    public long Sequence { get; private set; }

    public string LeasedBy { get; private set; } = "";

    public DateTimeOffset LeasedUntil { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerCursor>
    {
        public void Configure(EntityTypeBuilder<LedgerCursor> cursor)
        {
            cursor.ToTable("ledger_cursors");
            cursor.HasKey(each => each.Reader);
            cursor.Property(each => each.Reader).HasMaxLength(ReaderLength);
            cursor.Property(each => each.LeasedBy).HasMaxLength(NodeLength);
        }
    }
}
