using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>Lets a room ask people something in the one mail that they get a week at most about what they look after.</summary>
/// <remarks>Register it as a service. It is asked every day; who got a mail less than a week ago is left out.</remarks>
public interface IWeeklyQuestions
{
    /// <summary>Everything to ask.</summary>
    Task<IReadOnlyList<WeeklyQuestion>> AllAsync(DateOnly today, CancellationToken cancellation);
}

/// <summary>One line with a link in the weekly mail.</summary>
/// <param name="Person">To whom.</param>
/// <param name="Question">What stands above the lines of this kind: a key of <c>Words</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="One">The line for one, with the name at {1}: a key of <c>Words</c>.</param>
/// <param name="More">The line for more, with the number at {0}.</param>
/// <param name="Name">Whose.</param>
/// <param name="Path">Where to answer, from the root of the site and without a slash in front.</param>
public sealed record WeeklyQuestion(PersonId Person, string Question, int Count, string One, string More, string Name, string Path);
