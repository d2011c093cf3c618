using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Contributions;

/// <summary>Asks, answers, comments, and changes what was just said.</summary>
internal sealed class Contribute(
    ConversationsDb db, ChooseContacts choose, ConversationMails mails, IOrganisations organisations, TimeProvider time)
{
    /// <summary>In how many working days a question should have an answer.</summary>
    public const int DaysToAnswer = 5;

    /// <summary>Asks a question. People of users get a mail.</summary>
    public async Task<Contribution> AskAsync(SolutionCard solution, string text, CurrentPerson by, CancellationToken cancellation)
    {
        if (solution.Status == SolutionStatus.Archived)
            throw new RuleViolation("", "Dit is gestopt. Je kunt er geen vraag meer over stellen.");
        // Today does not count, and on the last day an answer is still in time.
        var due = WorkingDays.After(organisations.Today, DaysToAnswer + 1);
        var question = Contribution.Ask(solution.Id, text, by, time.GetUtcNow(), due);
        var contacts = await choose.ForAsync(solution.Id, by.Organisation, cancellation);
        db.Contributions.Add(question);
        db.Asked.AddRange(contacts.Select(contact => AskedPerson.Of(question, contact.Person.Id)));
        db.Record(new QuestionAsked(solution.Id, question.Id, contacts.Count), by.Actor);
        await mails.AskAsync(solution, question, by, contacts, cancellation);
        await db.SaveChangesAsync(cancellation);
        return question;
    }

    /// <summary>Answers a question. The asker gets a mail.</summary>
    public async Task<Contribution> AnswerAsync(
        SolutionCard solution, Contribution question, string text, CurrentPerson by, CancellationToken cancellation)
    {
        var answer = question.AnswerWith(text, by, time.GetUtcNow());
        db.Contributions.Add(answer);
        db.Record(new QuestionAnswered(solution.Id, answer.Id, question.Id), by.Actor);
        if (question.Author != by.Id)
            await mails.AnsweredAsync(solution, question, answer, by, cancellation);
        await db.SaveChangesAsync(cancellation);
        return answer;
    }

    /// <summary>Tells something about a solution.</summary>
    public async Task<Contribution> CommentAsync(SolutionCard solution, string text, CurrentPerson by, CancellationToken cancellation)
    {
        var comment = Contribution.Comment(solution.Id, text, by, time.GetUtcNow());
        db.Contributions.Add(comment);
        db.Record(new CommentPosted(solution.Id, comment.Id), by.Actor);
        await db.SaveChangesAsync(cancellation);
        return comment;
    }

    /// <summary>Changes the text, within a quarter of an hour.</summary>
    public async Task EditAsync(Contribution contribution, string text, CurrentPerson by, CancellationToken cancellation)
    {
        contribution.Edit(text, by.Id, time.GetUtcNow());
        db.Record(new ContributionEdited(contribution.Solution, contribution.Id), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }
}
