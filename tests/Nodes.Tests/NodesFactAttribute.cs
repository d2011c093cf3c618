namespace Parelmuur.Nodes.Tests;

/// <summary>A test with several processes; it skips, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodesFactAttribute : FactAttribute
{
    public NodesFactAttribute()
    {
        if (PostgresCluster.Binaries is null || !File.Exists(Proxy.Program))
            Skip = "Needs PostgreSQL and HAProxy: apt-get install postgresql haproxy";
    }
}
