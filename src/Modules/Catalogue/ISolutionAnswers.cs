using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>What people answered about a solution, for a steward who takes it over into the text. The room that has answers gives them.</summary>
public interface ISolutionAnswers
{
    /// <summary>An answer that everyone can read.</summary>
    /// <param name="solution">The solution that was asked about.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when there is none, when it is hidden, or when it is about something else.</returns>
    Task<SolutionAnswer?> FindAsync(SolutionId solution, Guid answer, CancellationToken cancellation);
}

/// <summary>A question about a solution, and what somebody answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Text">The answer.</param>
/// <param name="Author">Who answered.</param>
/// <param name="Day">When.</param>
public sealed record SolutionAnswer(string Question, string Text, string Author, DateOnly Day);
