namespace Parelmuur.Kernel.Modules;

/// <summary>What every page must know of this site.</summary>
public sealed class Site
{
    /// <summary>Whether the site holds fictional samples; then every page says so.</summary>
    public bool HasSamples { get; set; }
}
