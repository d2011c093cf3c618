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
    public abstract Task<DbDataReader> AnswerAsync(DbCommand command);

    /// <summary>Whoever asked is done with an answer.</summary>
    public virtual void Take(DbDataReader answer)
    {
    }

    /// <summary>A piece of work waits for pieces of its own, that take its place.</summary>
    public virtual void Split(int pieces)
    {
    }

    /// <summary>They are done, and it goes on.</summary>
    public virtual void Return()
    {
    }

    /// <summary>One piece of work is done.</summary>
    public virtual void Leave()
    {
    }

    /// <summary>Ends when the last command gave back its connection; whoever asked may have gone on before.</summary>
    public virtual Task EndAsync() => Task.CompletedTask;
}
