using System.Collections;
using System.Data.Common;

namespace Parelmuur.Kernel.Data;

/// <summary>The answer to one of several questions that were asked in one batch.</summary>
/// <remarks>All it does is end where its own rows end, and say when it was read.</remarks>
/// <param name="all">The answers to all questions, at the rows of this one.</param>
/// <param name="isFirst">Whether it answers the first of them.</param>
#pragma warning disable CA1010 // Rows come without a type, as from every reader.
public sealed class JoinedAnswer(DbDataReader all, bool isFirst) : DbDataReader
#pragma warning restore CA1010
{
    private readonly TaskCompletionSource read = new();

    /// <summary>Whether it answers the first of the questions; who counts round trips counts that one.</summary>
    public bool IsFirst => isFirst;

    /// <inheritdoc/>
    public override int Depth => all.Depth;

    /// <inheritdoc/>
    public override int FieldCount => all.FieldCount;

    /// <inheritdoc/>
    public override bool HasRows => all.HasRows;

    /// <inheritdoc/>
    public override bool IsClosed => read.Task.IsCompleted;

    /// <inheritdoc/>
    public override int RecordsAffected => -1;

    /// <inheritdoc/>
    public override object this[int ordinal] => all[ordinal];

    /// <inheritdoc/>
    public override object this[string name] => all[name];

    /// <summary>Ends when whoever asked has read the answer.</summary>
    internal Task IsRead => read.Task;

    /// <inheritdoc/>
    public override void Close() => read.TrySetResult();

    /// <inheritdoc/>
    public override bool NextResult() => false;

    /// <inheritdoc/>
    public override bool Read() => all.Read();

    /// <inheritdoc/>
    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => all.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => all.IsDBNull(ordinal);

    /// <inheritdoc/>
    public override Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) => all.IsDBNullAsync(ordinal, cancellationToken);

    /// <inheritdoc/>
    public override T GetFieldValue<T>(int ordinal) => all.GetFieldValue<T>(ordinal);

    /// <inheritdoc/>
    public override Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) =>
        all.GetFieldValueAsync<T>(ordinal, cancellationToken);

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => all.GetBoolean(ordinal);

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => all.GetByte(ordinal);

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        all.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => all.GetChar(ordinal);

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        all.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => all.GetDataTypeName(ordinal);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => all.GetDateTime(ordinal);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => all.GetDecimal(ordinal);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => all.GetDouble(ordinal);

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => all.GetEnumerator();

    /// <inheritdoc/>
    public override Type GetFieldType(int ordinal) => all.GetFieldType(ordinal);

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => all.GetFloat(ordinal);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => all.GetGuid(ordinal);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => all.GetInt16(ordinal);

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => all.GetInt32(ordinal);

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => all.GetInt64(ordinal);

    /// <inheritdoc/>
    public override string GetName(int ordinal) => all.GetName(ordinal);

    /// <inheritdoc/>
    public override int GetOrdinal(string name) => all.GetOrdinal(name);

    /// <inheritdoc/>
    public override string GetString(int ordinal) => all.GetString(ordinal);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => all.GetValue(ordinal);

    /// <inheritdoc/>
    public override int GetValues(object[] values) => all.GetValues(values);
}
