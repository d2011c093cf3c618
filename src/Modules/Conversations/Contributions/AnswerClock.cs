using Parelmuur.Kernel.Text;

namespace Parelmuur.Conversations.Contributions;

/// <summary>How long a question waits for an answer.</summary>
/// <param name="Before">The day before which it is expected.</param>
/// <param name="Waited">The working days that have passed, once it is late.</param>
internal sealed record AnswerClock(DateOnly Before, int? Waited)
{
    public static AnswerClock On(DateOnly today, DateOnly due) =>
        new(due, today < due ? null : Contribute.DaysToAnswer + WorkingDays.Between(due, today));

    /// <summary>As the screen says it.</summary>
    public string Text(Words words) => Waited is { } days
        ? words["Wacht al {0} werkdagen op een antwoord", days]
        : words["Antwoord verwacht vóór {0}", Words.Day(Before)];
}
