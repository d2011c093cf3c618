using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Tests.Analysis;

/// <summary>The analysis with the shipped lexicon, loaded once for all tests of a class.</summary>
public sealed class AnalyzerFixture
{
    internal Analyzer Analyzer { get; } = new();
}
