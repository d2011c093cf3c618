using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Mails;

/// <summary>How mail leaves the house: through a mail server, or into a folder when none is set.</summary>
public sealed class MailSettings
{
    private const int PortOfServers = 25, PortOfUsers = 587;

    private MailSettings(IConfiguration mail, string defaultFolder)
    {
        Host = mail["Host"] ?? "";
        User = mail["User"] ?? "";
        Password = mail["Password"] ?? "";
        Port = Number(mail["Port"]) ?? (User.Length > 0 ? PortOfUsers : PortOfServers);
        StartTls = mail["StartTls"] is { Length: > 0 } choice ? bool.Parse(choice) : User.Length > 0;
        From = new MailAddress(Or(mail["From"], "parelmuur@localhost"), Or(mail["FromName"], "Parelmuur"), Encoding.UTF8);
        Folder = Path.GetFullPath(Or(mail["Folder"], defaultFolder));
    }

    /// <summary>Whether mail is only kept in <see cref="Folder"/>. A page that promises a mail must then say so.</summary>
    public bool GoesToFolder => Host.Length == 0;

    /// <summary>The full path of the folder for mail that goes nowhere.</summary>
    public string Folder { get; }

    internal string Host { get; }

    internal int Port { get; }

    internal string User { get; }

    internal string Password { get; }

    internal bool StartTls { get; }

    internal MailAddress From { get; }

    /// <summary>Reads and checks the settings under "Mail".</summary>
    /// <exception cref="OptionsValidationException">With messages for the one who runs the site.</exception>
    internal static MailSettings Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var problems = Problems(mail).ToList();
        return problems.Count == 0
            ? new MailSettings(mail, DefaultFolder(configuration))
            : throw new OptionsValidationException("Mail", typeof(MailSettings), problems);
    }

    private static IEnumerable<string> Problems(IConfiguration mail)
    {
        var (host, from) = (mail["Host"] ?? "", mail["From"] ?? "");
        if (host.Length > 0 && from.Length == 0)
            yield return "De mailserver (Mail:Host) is ingesteld, maar de afzender niet. Stel Mail:From in, zoals muur@gemeente.nl.";
        if (from.Length > 0 && !Mail.IsAddress(from))
            yield return "Mail:From is geen e-mailadres.";
        if (string.IsNullOrEmpty(mail["User"]) != string.IsNullOrEmpty(mail["Password"]))
            yield return "Mail:User en Mail:Password horen bij elkaar. Stel ze allebei in, of geen van beide.";
        if (mail["Port"] is { Length: > 0 } port && Number(port) is not (> 0 and <= ushort.MaxValue))
            yield return "Mail:Port is geen poort. Kies een getal van 1 tot en met 65535.";
        if (mail["StartTls"] is { Length: > 0 } choice && !bool.TryParse(choice, out _))
            yield return "Mail:StartTls moet true of false zijn.";
    }

    private static string DefaultFolder(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString(Provider.ConnectionName) ?? "";
        var data = Provider.IsPostgres(connection)
            ? "data"
            : Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource) ?? "";
        return Path.Combine(data, "mail");
    }

    private static string Or(string? text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
