namespace Parelmuur.Nodes.Tests;

/// <summary>Tests in which no request may go wrong while several nodes come and go: they run when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class AloneOnTheMachine
{
    public const string Name = "alone on the machine";
}
