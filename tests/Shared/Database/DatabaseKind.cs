using System.Reflection;
using Xunit.Sdk;

namespace Parelmuur.Tests;

/// <summary>The databases on which the house stands.</summary>
public enum DatabaseKind
{
    /// <summary>A file, for one node.</summary>
    Sqlite,

    /// <summary>A server, for one node or more.</summary>
    Postgres,
}

/// <summary>Runs a theory on each database of this machine.</summary>
/// <remarks>Where PostgreSQL is not installed, only SQLite remains; a <see cref="PostgresFactAttribute"/> says so.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnEachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [DatabaseKind.Sqlite];
        if (PostgresCluster.Binaries is not null)
            yield return [DatabaseKind.Postgres];
    }
}

/// <summary>A test on PostgreSQL alone; it skips, with the reason, where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresCluster.Binaries is null)
            Skip = "Needs PostgreSQL: apt-get install postgresql";
    }
}

/// <summary>As <see cref="PostgresFactAttribute"/>, with values.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = new PostgresFactAttribute().Skip;
}
