using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Finding;

/// <summary>How much each word of a question matters besides being rare.</summary>
/// <remarks>
/// Who asks in whole sentences names the thing first and explains it after that. So in a longer question the first
/// sentence and the first words count more, and so do words that come back.
/// </remarks>
internal static class Emphasis
{
    private const int ShortQuestion = 6;
    private const float PerRepeat = 0.5f, FirstSentence = 0.9f, FirstWords = 0.1f, FadesOver = 4;

    /// <param name="question">The question.</param>
    /// <param name="at">The number of the word in <see cref="Question.Words"/>.</param>
    public static float Of(Question question, int at)
    {
        var repeats = 1 + (PerRepeat * MathF.Log(question.Words[at].Times));
        if (question.Words.Count <= ShortQuestion)
            return repeats;
        var early = 1 + (FirstWords * MathF.Exp(-at / FadesOver));
        var naming = at < question.FirstSentence ? 1 + FirstSentence : 1;
        var telling = GeneralWords.Contains(question.Words[at].Term.Stem) ? Ranking.General : 1;
        return repeats * early * naming * telling;
    }
}
