using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Mails;

/// <summary>How mail leaves the house: through a mail server, or into a folder when none is set.</summary>
public sealed class MailSettings
{
    private const int PortOfServers = 25, PortOfUsers = 587;
    private const string DefaultName = "Parelmuur";

    private MailSettings(IConfiguration mail, string defaultFolder)
    {
        Host = mail["Host"] ?? "";
        User = mail["User"] ?? "";
        Password = mail["Password"] ?? "";
        Port = Number(mail["Port"]) ?? (User.Length > 0 ? PortOfUsers : PortOfServers);
        StartTls = mail["StartTls"] is { Length: > 0 } choice ? bool.Parse(choice) : User.Length > 0;
        From = new MailAddress(Or(mail["From"], "parelmuur@localhost"), Or(mail["FromName"], DefaultName), Encoding.UTF8);
        Folder = Path.GetFullPath(Or(mail["Folder"], defaultFolder));
    }

    /// <summary>Whether mail is only kept in <see cref="Folder"/>. A page that promises a mail must then say so.</summary>
    public bool GoesToFolder => Host.Length == 0;

    /// <summary>The folder for mail without a server. Mails hold links that open accounts: it is made for its owner only.</summary>
    [Setting("Mail:Folder", Otherwise = "`mail` beside the SQLite file; `data/mail` on PostgreSQL")]
    public string Folder { get; }

    /// <summary>The mail server (SMTP).</summary>
    [Setting("Mail:Host", Otherwise = "mail goes to the folder")]
    internal string Host { get; }

    /// <summary>Its port; 465 does not work.</summary>
    [Setting("Mail:Port", Otherwise = "587 with a user, 25 without")]
    internal int Port { get; }

    /// <summary>The name with which to sign in to the server; always together with the password.</summary>
    [Setting("Mail:User", Otherwise = "no signing in")]
    internal string User { get; }

    /// <summary>The password of that user.</summary>
    [Setting("Mail:Password", Otherwise = "no signing in")]
    internal string Password { get; }

    /// <summary>Refuse to send without encryption and a valid certificate.</summary>
    [Setting("Mail:StartTls", Otherwise = "true with a user, else false")]
    internal bool StartTls { get; }

    /// <summary>The address of the sender; needed with a mail server.</summary>
    [Setting("Mail:From", Otherwise = "needed with `Mail:Host`")]
    internal MailAddress From { get; }

    /// <summary>The name of the sender.</summary>
    [Setting("Mail:FromName", Default = DefaultName)]
    internal string FromName => From.DisplayName;

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
