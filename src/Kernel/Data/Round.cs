using System.Data.Common;

namespace Parelmuur.Kernel.Data;

/// <summary>Work that goes on side by side and only reads, and how what it asks comes to the database.</summary>
internal abstract class Round
{
    private static readonly AsyncLocal<Round?> Here = new();

    /// <summary>The round to which the running work belongs, if any.</summary>
    public static Round? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }

    /// <summary>Gives the answer to read, as soon as the question is asked.</summary>
    public abstract ValueTask<DbDataReader> AnswerAsync(DbCommand command);

    /// <summary>Whoever asked is done with an answer.</summary>
    public virtual void TakeBack(DbDataReader answer)
    {
    }
}
