using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Rollouts;

/// <summary>The secret address from which the calendar of a person reads the steps of an organisation.</summary>
/// <remarks>A calendar cannot sign in. So whoever has the address reads it, until the person asks for another or leaves.</remarks>
internal sealed class CalendarFeed
{
    /// <summary>Bytes of chance in a code: as many as in a session key.</summary>
    private const int CodeBytes = 32;

    public const int CodeLength = 43;

    private CalendarFeed() { }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>The secret part of the address.</summary>
    public string Code { get; private set; } = "";

    public static CalendarFeed For(PersonId person, OrganisationId organisation)
    {
        var feed = new CalendarFeed { Person = person, Organisation = organisation };
        feed.Renew();
        return feed;
    }

    /// <summary>Makes another address; the old one stops working.</summary>
    public void Renew() => Code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> feed)
        {
            feed.ToTable("joining_calendar_feeds");
            feed.HasKey(each => new { each.Person, each.Organisation });
            feed.Property(each => each.Code).HasMaxLength(CodeLength).IsConcurrencyToken();
            feed.HasIndex(each => each.Code).IsUnique();
        }
    }
}
