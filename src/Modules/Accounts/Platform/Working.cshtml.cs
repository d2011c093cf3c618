using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Parelmuur.Accounts.Audit;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Kernel.Watching;

namespace Parelmuur.Accounts.Platform;

/// <summary>For platform managers: whether everything works, and which pages are used.</summary>
internal sealed class WorkingModel(ReadSiteState site, HealthCheckService health, TimeProvider time, Words words) : PageModel
{
    /// <summary>What /health/ready says to machines, in words for people: each check by its name.</summary>
    internal static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["node"] = "Deze server stopt zo.",
        ["database"] = "De database antwoordt niet. Mensen zien de site zoals die net was, en kunnen niets bewaren.",
        ["replica"] = "De kopie van de database loopt achter of is weg. De database zelf geeft nu alle antwoorden.",
        ["ledger"] = "Een onderdeel kan een wijziging niet verwerken. Het probeert het steeds opnieuw; in het log staat waarom.",
        ["mail"] = "Er is mail die nog niet weg kon. We proberen het vanzelf opnieuw.",
        ["disk"] = "De schijf van de database raakt vol.",
        ["scanner"] = "De virusscanner antwoordt niet. Mensen kunnen nu geen bestanden toevoegen.",
    };

    /// <summary>How the site does.</summary>
    public SiteState State { get; private set; } = null!;

    /// <summary>What somebody must look at, in sentences; nothing when all is well.</summary>
    public IReadOnlyList<string> Troubles { get; private set; } = [];

    /// <summary>The figures that matter most.</summary>
    public IEnumerable<Fact> Facts
    {
        get
        {
            yield return new(words["{0:N0}", State.Requests.Count], "verzoeken");
            if (State.Requests is { Half: { } half, Most: { } most })
            {
                yield return new(words["{0:0.#} ms", half.TotalMilliseconds], "de helft is sneller klaar");
                yield return new(words["{0:0.#} ms", most.TotalMilliseconds], "99 van de 100 zijn sneller klaar");
            }

            yield return new(words["{0:N0}", State.Requests.Marked], "verzoeken mislukt door een fout van de site");
            yield return new(words["{0:N0}", State.Searches.Count], "keer gezocht");
            if (State.Searches is { Count: > 0, Most: { } slowest })
            {
                yield return new(words["{0:P0}", (double)State.Searches.Marked / State.Searches.Count], "van de keren niets gevonden");
                yield return new(words["{0:0.#} ms", slowest.TotalMilliseconds], "99 van de 100 keer zoeken is sneller klaar");
            }

            yield return new(words["{0:N0}", State.MailWaiting], "mails wachten");
            yield return new(words["{0:N0} MB", Environment.WorkingSet >> 20], "geheugen van deze server");
        }
    }

    /// <summary>The version of the software.</summary>
    public static string Version => typeof(WorkingModel).Assembly.GetName().Version!.ToString(3);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        State = await site.ReadAsync(cancellation);
        var report = await health.CheckHealthAsync(cancellation);
        Troubles =
        [
            .. report.Entries.Where(check => check.Value.Status != HealthStatus.Healthy).Select(check => words[Meanings[check.Key]]),
            .. State.Requests.Marked is > 0 and var failed ? [words.Count(
                (int)failed, "1 verzoek mislukte het laatste uur door een fout van de site. In het log staat waarom.",
                "{0} verzoeken mislukten het laatste uur door een fout van de site. In het log staat waarom.")] : (string[])[],
        ];
    }

    /// <summary>A moment, to the minute.</summary>
    public static string When(DateTimeOffset moment) => ReadLedger.Here(moment).ToString("d MMMM HH:mm", CultureInfo.CurrentCulture);

    /// <summary>When a job runs again.</summary>
    public string Next(JobState job) => time.GetUtcNow() switch
    {
        var now when now < job.LeasedUntil && job.Due <= now => words["Loopt nu, of begint opnieuw om {0}", When(job.LeasedUntil)],
        var now when job.Due <= now => words["Zo meteen"],
        _ => When(job.Due),
    };
}
