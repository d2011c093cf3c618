using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Parelmuur.Kernel.Mails;

/// <summary>Brings one mail to the mail server, or to the folder when no server is set.</summary>
internal sealed class MailCarrier(MailSettings settings, TimeProvider time)
{
    /// <summary>How long handing over one mail may take. The framework's client gives up by itself after 100 seconds.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>How long a mail under way still gets when the site stops, so that no other node sends it again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Brings the mail within the time limit.</summary>
    /// <returns>What went wrong, or null when the mail was handed over.</returns>
    public async Task<MailTrouble?> BringAsync(QueuedMail mail, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        await using var onStop = stop.Register(() => limit.CancelAfter(Grace));
        try
        {
            using var message = MessageOf(mail);
            if (settings.GoesToFolder)
                await KeepAsync(mail, message, limit.Token);
            else
                await HandOverAsync(message, limit.Token);
            return null;
        }
#pragma warning disable CA1031 // Whatever the outside does, the next mail must go on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return MailTrouble.Of(error, mail.To);
        }
    }

    private MailMessage MessageOf(QueuedMail mail)
    {
        var message = new MailMessage(settings.From, new MailAddress(mail.To, WithoutQuotes(mail.Name), Encoding.UTF8))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            // Base64 survives every server; in a folder people want to read it with any editor.
            BodyTransferEncoding = settings.GoesToFolder ? TransferEncoding.EightBit : TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");
        // No machine should answer that its owner is on leave.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // The framework writes a name between quotes as it is: a quote inside would end it.
    private static string WithoutQuotes(string name) => name.Replace('"', '\'').Replace('\\', '/');

    private async Task KeepAsync(QueuedMail mail, MailMessage message, CancellationToken cancellation)
    {
        var draft = Path.Combine(settings.Folder, $".{Guid.NewGuid():N}");
        MakeFolder(settings.Folder);
        MakeFolder(draft);
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft,
            };
            await client.SendMailAsync(message, cancellation);
            // Nobody finds half a mail, and a mail that is written twice is still one file.
            File.Move(
                Directory.GetFiles(draft).Single(),
                Path.Combine(settings.Folder, $"{mail.Queued:yyyyMMdd-HHmmss}-{mail.Id:N}.eml"),
                overwrite: true);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    // The mails hold what opens accounts: nobody else on the machine may read them.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task HandOverAsync(MailMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            Credentials = settings.User.Length > 0 ? new NetworkCredential(settings.User, settings.Password) : null,
        };
        // While it waits for the last answer the client hears no cancellation; then closing the connection ends it.
        await client.SendMailAsync(message, cancellation).WaitAsync(cancellation);
    }
}
