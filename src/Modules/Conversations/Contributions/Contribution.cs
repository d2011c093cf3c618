using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Conversations.Contributions;

/// <summary>What a person said about a solution, under the own name, for everyone to read.</summary>
/// <remarks>Nothing is deleted: what an editor hides keeps its place, with the reason instead of the text.</remarks>
internal sealed class Contribution
{
    public const int TextLength = 4000, ReasonLength = 500, MinutesToEdit = 15;

    private Contribution() { }

    public ContributionId Id { get; private set; }

    public SolutionId Solution { get; private set; }

    public ContributionKind Kind { get; private set; }

    /// <summary>The contribution on top of which it stands: of an answer the question, of any other itself.</summary>
    public ContributionId Thread { get; private set; }

    public PersonId Author { get; private set; }

    /// <summary>For whom the author worked then.</summary>
    public OrganisationId? Organisation { get; private set; }

    /// <summary>Markdown, as it was typed.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset Posted { get; private set; }

    public DateTimeOffset? Edited { get; private set; }

    /// <summary>Of a question: the day before which an answer is expected.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>Of a question: when somebody else than the asker first answered.</summary>
    public DateTimeOffset? Answered { get; private set; }

    public DateTimeOffset? Hidden { get; private set; }

    public PersonId? HiddenBy { get; private set; }

    public string HiddenReason { get; private set; } = "";

    /// <summary>A question to the users.</summary>
    public static Contribution Ask(SolutionId solution, string text, CurrentPerson by, DateTimeOffset now, DateOnly due)
    {
        var question = New(solution, ContributionKind.Question, text, by, now);
        question.Due = due;
        return question;
    }

    /// <summary>A comment that asks nothing.</summary>
    public static Contribution Comment(SolutionId solution, string text, CurrentPerson by, DateTimeOffset now) =>
        New(solution, ContributionKind.Comment, text, by, now);

    /// <summary>An answer to this question. Of the asker it is a second thought, and the clock goes on.</summary>
    public Contribution AnswerWith(string text, CurrentPerson by, DateTimeOffset now)
    {
        if (Hidden is not null)
            throw new RuleViolation("", "Deze vraag is verborgen. Antwoorden kan niet meer.");
        var answer = New(Solution, ContributionKind.Answer, text, by, now);
        answer.Thread = Id;
        if (by.Id != Author)
            Answered ??= now;
        return answer;
    }

    /// <summary>Whether this person may still change the text.</summary>
    public static bool MayEdit(PersonId author, DateTimeOffset posted, bool hidden, PersonId person, DateTimeOffset now) =>
        author == person && !hidden && now - posted <= TimeSpan.FromMinutes(MinutesToEdit);

    /// <summary>Changes the text, shortly after it was posted.</summary>
    public void Edit(string text, PersonId by, DateTimeOffset now)
    {
        if (!MayEdit(Author, Posted, Hidden is not null, by, now))
            throw new RuleViolation("", "Wijzigen kan tot 15 minuten na het plaatsen. Zet er een nieuwe reactie bij.");
        Text = Clean(text);
        Edited = now;
    }

    /// <summary>Takes the text away from the page. The reason stands in its place.</summary>
    public void Hide(string reason, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleViolation("Reason", "Schrijf waarom je dit verbergt. Iedereen kan dat lezen.");
        if (Hidden is not null)
            throw new RuleViolation("", "Een collega heeft dit al verborgen.");
        (Hidden, HiddenBy, HiddenReason) = (now, by, Clean(reason));
    }

    private static Contribution New(SolutionId solution, ContributionKind kind, string text, CurrentPerson by, DateTimeOffset now)
    {
        var id = ContributionId.New();
        return new()
        {
            Id = id,
            Thread = id,
            Solution = solution,
            Kind = kind,
            Author = by.Id,
            Organisation = by.Organisation,
            Text = Clean(text),
            Posted = now,
        };
    }

    // Signs that cannot be seen have no place in a text, and PostgreSQL does not store them all.
    private static string Clean(string text)
    {
        var clean = string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();
        return clean.Length > 0 ? clean : throw new RuleViolation("Text", "Schrijf eerst iets op.");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Contribution>
    {
        public void Configure(EntityTypeBuilder<Contribution> contribution)
        {
            contribution.ToTable("conversations_contributions");
            contribution.HasKey(each => each.Id);
            contribution.Property(each => each.Id).ValueGeneratedNever();
            contribution.Property(each => each.Text).HasMaxLength(TextLength);
            contribution.Property(each => each.HiddenReason).HasMaxLength(ReasonLength);
            contribution.HasIndex(each => new { each.Solution, each.Posted });
            contribution.HasIndex(each => each.Thread);
            contribution.HasIndex(each => each.Author);
        }
    }
}

/// <summary>What kind of contribution it is.</summary>
internal enum ContributionKind
{
    /// <summary>Vraag: asked to the users.</summary>
    Question,

    /// <summary>Antwoord: on a question.</summary>
    Answer,

    /// <summary>Reactie: an experience or a remark.</summary>
    Comment,
}
