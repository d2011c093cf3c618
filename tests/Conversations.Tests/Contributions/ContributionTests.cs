using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Conversations.Tests.Contributions;

/// <summary>What may happen to what people said.</summary>
public sealed class ContributionTests
{
    private static readonly CurrentPerson Asker = Somebody(), Answerer = Somebody();
    private readonly SetTime clock = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Edit_WithinAQuarter_ChangesTheTextAndSaysSo()
    {
        var comment = Comment("Eerst");
        clock.Pass(TimeSpan.FromMinutes(15));

        comment.Edit("Daarna", Asker.Id, clock.GetUtcNow());

        Assert.Equal("Daarna", comment.Text);
        Assert.Equal(clock.GetUtcNow(), comment.Edited);
    }

    [Fact]
    public void Edit_AfterAQuarter_OrByAnother_IsRefused()
    {
        var comment = Comment("Eerst");
        Assert.Throws<RuleViolation>(() => comment.Edit("Daarna", Answerer.Id, clock.GetUtcNow()));
        clock.Pass(TimeSpan.FromMinutes(16));

        Assert.Throws<RuleViolation>(() => comment.Edit("Daarna", Asker.Id, clock.GetUtcNow()));
        Assert.Equal("Eerst", comment.Text);
    }

    [Fact]
    public void Answer_OfTheAsker_LetsTheClockGoOn()
    {
        var question = Contribution.Ask(SolutionId.New(), "Hoe?", Asker, clock.GetUtcNow(), new(2026, 12, 1));

        Assert.Equal(question.Id, question.AnswerWith("Ik bedoel: hoe precies?", Asker, clock.GetUtcNow()).Thread);
        Assert.Null(question.Answered);
        question.AnswerWith("Zo.", Answerer, clock.GetUtcNow());
        Assert.Equal(clock.GetUtcNow(), question.Answered);
    }

    [Fact]
    public void Hide_Twice_OrWithoutReason_IsRefused()
    {
        var comment = Comment("Reclame");

        Assert.Equal("Reason", Assert.Throws<RuleViolation>(() => comment.Hide(" ", Answerer.Id, clock.GetUtcNow())).Field);
        comment.Hide("Dit is reclame.", Answerer.Id, clock.GetUtcNow());
        Assert.Throws<RuleViolation>(() => comment.Hide("Nog eens.", Answerer.Id, clock.GetUtcNow()));
        Assert.Throws<RuleViolation>(() => comment.Edit("Anders", Asker.Id, clock.GetUtcNow()));
    }

    [Fact]
    public void Text_LosesSignsThatNobodySees()
    {
        Assert.Equal("Een\n\ttwee", Comment(" Een\r\n\ttw\0e\u001be \u0085").Text);
        Assert.Throws<RuleViolation>(() => Comment(" \0 \n"));
    }

    private Contribution Comment(string text) => Contribution.Comment(SolutionId.New(), text, Asker, clock.GetUtcNow());

    private static CurrentPerson Somebody() =>
        new(PersonId.New(), "Iemand", OrganisationId.New(), [MembershipRole.Reader], PlatformRoles.None, Guid.Empty);
}
