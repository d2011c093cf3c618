using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>How much weight each root has in one entry, kept to compare the entry once more.</summary>
/// <param name="Weights">Per root.</param>
/// <param name="Size">The length of the vector of weights.</param>
internal sealed record GistWeights(KeyValuePair<Root, float>[] Weights, float Size);
