using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Parelmuur.Kernel.Modules;

/// <summary>Settings from files, as Kubernetes, Compose and systemd hand over secrets.</summary>
public static class SecretFiles
{
    /// <summary>A folder in which each file is a setting: named as the environment variable, with the value in it. They go before all others.</summary>
    [Setting(Otherwise = "no such files")]
    public const string Setting = "SecretsFolder";

    /// <summary>Adds the files of the folder in the setting; without one nothing.</summary>
    /// <exception cref="OptionsValidationException">The folder does not exist.</exception>
    public static void AddSecretFiles(this ConfigurationManager configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } folder)
            return;
        if (!Directory.Exists(folder))
            throw new OptionsValidationException(Setting, typeof(string), [$"{Setting}: de map {folder} is er niet."]);
        configuration.AddKeyPerFile(Path.GetFullPath(folder));
    }
}
