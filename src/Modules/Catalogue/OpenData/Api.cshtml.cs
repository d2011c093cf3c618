using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.OpenData;

/// <summary>Explains the API to people.</summary>
internal sealed class ApiModel(IConfiguration configuration, Words words) : PageModel
{
    /// <summary>The address of the description for computers.</summary>
    public const string Document = ApiGroup.Root + "/openapi.json";

    /// <summary>Where the API begins, to copy.</summary>
    public string Root => $"{Request.Scheme}://{Request.Host}{ApiGroup.Root}";

    /// <summary>How often an address may ask.</summary>
    public string Limit => ApiGroup.RequestsPerMinute(configuration) is > 0 and var limit
        ? words["Je mag {0:N0} vragen per minuut stellen. Daarna krijg je 429, met in Retry-After hoelang je wacht.", limit]
        : words["Er is geen grens aan het aantal vragen."];
}
