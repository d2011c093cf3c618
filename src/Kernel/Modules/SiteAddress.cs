using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Kernel.Modules;

/// <summary>Where people find this site, for addresses that leave it: in a mail, a feed, a calendar.</summary>
/// <remarks>
/// The setting PublicAddress says it. Without it the address on which the site itself listens is used, never what a
/// request claims: whoever asks could then put another site in the mail of somebody else. The command line has no server.
/// </remarks>
public sealed class SiteAddress(IConfiguration configuration, IServer? server = null)
{
    /// <summary>The address under which people reach the site, such as https://parelmuur.example. It goes into mail, QR codes, the API and publiccode.yml.</summary>
    [Setting(Otherwise = "in mail the address on which it listens, elsewhere that of the request")]
    public const string Setting = "PublicAddress";

    /// <summary>The whole address of a page, in the reader's language.</summary>
    /// <param name="path">From the root of the site, without a slash in front: "inloggen".</param>
    public string Of(string path) => $"{Root}/{(Words.IsEnglish ? "en/" : "")}{path}";

    private string Root => (configuration[Setting] is { Length: > 0 } set ? set
        : server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');
}
