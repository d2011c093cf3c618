namespace Parelmuur.Kernel.Modules;

/// <summary>What every page must know of this site.</summary>
public sealed class Site
{
    /// <summary>Whether the site holds fictional samples; then every page says so.</summary>
    public bool HasSamples { get; set; }

    /// <summary>Whether anyone may sign in as one of the fictional people: only while the site starts with its samples.</summary>
    public bool SignsInSamples { get; set; }
}
