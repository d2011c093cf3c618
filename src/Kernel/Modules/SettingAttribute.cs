namespace Parelmuur.Kernel.Modules;

/// <summary>Marks what somebody who runs the site may set: the name of a setting, or a property that is read from one.</summary>
/// <remarks>
/// docs/configuration.md is made of these. The summary of what is marked tells what the setting means, so write it for who runs the
/// site. An architecture test finds a setting that is read without it.
/// </remarks>
/// <param name="key">The name, as in "Mail:Host"; a constant has it as its value.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class SettingAttribute(string? key = null) : Attribute
{
    /// <summary>The name; null at a constant.</summary>
    public string? Key => key;

    /// <summary>The value that the site takes without the setting.</summary>
    public object? Default { get; init; }

    /// <summary>What happens without the setting, in words, where a value does not say it.</summary>
    public string? Otherwise { get; init; }
}
