namespace Parelmuur.Kernel.Data;

/// <summary>A section that a room adds to a page of another. Those of one page are asked side by side, so they only read.</summary>
public interface IPageSection
{
    /// <summary>Low numbers come first.</summary>
    int Order { get; }
}
