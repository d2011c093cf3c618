using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Improvements;

/// <summary>What somebody made a little better today, in one sentence. Only people of the same organisation read it.</summary>
internal sealed class Improvement
{
    /// <summary>As long as a promise, because it may become one.</summary>
    public const int TextLength = Solution.PromiseLength;

    /// <summary>How long the writer may change it, take it away and put it back.</summary>
    public static readonly TimeSpan Changeable = TimeSpan.FromDays(1);

    private Improvement() { }

    public Guid Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary>The day in the Netherlands under which it stands.</summary>
    public DateOnly Day { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset Written { get; private set; }

    public DateTimeOffset? Removed { get; private set; }

    /// <summary>The draft of a pareltje that it became; the solution stands there once it is shared.</summary>
    public Guid? Draft { get; private set; }

    /// <summary>Writes one down.</summary>
    /// <exception cref="RuleViolation">There is no text, or too much.</exception>
    public static Improvement Write(OrganisationId organisation, PersonId person, string? text, DateOnly day, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = organisation,
        Person = person,
        Day = day,
        Text = Checked(text),
        Written = now,
    };

    /// <summary>The improvements that this person may change or take away: their own, of less than a day ago.</summary>
    public static IQueryable<Improvement> ChangeableBy(IQueryable<Improvement> improvements, CurrentPerson person, DateTimeOffset now)
    {
        var since = now - Changeable;
        return improvements.Where(each => each.Organisation == person.Organisation && each.Person == person.Id && each.Written > since);
    }

    /// <summary>Says it better.</summary>
    /// <exception cref="RuleViolation">There is no text, or too much.</exception>
    public void Rewrite(string? text) => Text = Checked(text);

    /// <summary>Takes it off the list.</summary>
    public void Remove(DateTimeOffset now) => Removed = now;

    /// <summary>Puts it back on the list.</summary>
    public void PutBack() => Removed = null;

    /// <summary>It becomes a pareltje, which is a draft first.</summary>
    public void Become(Guid draft) => Draft = draft;

    private static string Checked(string? typed) => Lines.Clean(typed).Replace('\n', ' ') switch
    {
        "" => throw new RuleViolation(nameof(Text), "Schrijf in één zin wat je beter maakte."),
        { Length: > TextLength } => throw new RuleViolation(nameof(Text), "Maak je zin korter: hoogstens 160 tekens."),
        var text => text,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Improvement>
    {
        public void Configure(EntityTypeBuilder<Improvement> improvement)
        {
            improvement.ToTable("catalogue_improvements");
            improvement.HasKey(each => each.Id);
            improvement.Property(each => each.Id).ValueGeneratedNever();
            improvement.Property(each => each.Text).HasMaxLength(TextLength);
            improvement.HasIndex(each => new { each.Organisation, each.Written });
        }
    }
}

/// <summary>Something happened to an improvement. What it says stays out of the ledger: only colleagues may read it.</summary>
internal abstract record ImprovementEvent(Guid Improvement) : LedgerEvent(Improvement)
{
    /// <inheritdoc/>
    public override string Subject => "Improvement";
}

/// <summary>Somebody wrote down what they made better.</summary>
[Told("Verbetering opgeschreven")]
internal sealed record ImprovementWritten(Guid Improvement) : ImprovementEvent(Improvement);

/// <summary>The writer said it in other words.</summary>
[Told("Verbetering aangepast")]
internal sealed record ImprovementRewritten(Guid Improvement) : ImprovementEvent(Improvement);

/// <summary>The writer took it away.</summary>
[Told("Verbetering verwijderd")]
internal sealed record ImprovementRemoved(Guid Improvement) : ImprovementEvent(Improvement);

/// <summary>The writer put it back.</summary>
[Told("Verbetering teruggezet")]
internal sealed record ImprovementPutBack(Guid Improvement) : ImprovementEvent(Improvement);

/// <summary>Somebody began a pareltje with it.</summary>
[Told("Verbetering werd een concept")]
internal sealed record ImprovementBecameDraft(Guid Improvement, Guid Draft) : ImprovementEvent(Improvement);
