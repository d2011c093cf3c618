using System.Net.Mail;

namespace Parelmuur.Kernel.Mails;

/// <summary>Why a mail was not handed over.</summary>
/// <param name="Reason">In the words of the mail server, without the address.</param>
/// <param name="IsFinal">Whether trying again is of no use: the server said that this person gets no mail there.</param>
internal sealed record MailTrouble(string Reason, bool IsFinal)
{
    private const int FirstPermanentCode = 500;

    public static MailTrouble Of(Exception error, string address) =>
        new(ReasonOf(error, address), error is SmtpFailedRecipientException refusal && IsAboutThePerson(refusal));

    // 5.7.x means that we may not send, for example for want of a password. That is mended in the settings.
    private static bool IsAboutThePerson(SmtpFailedRecipientException refusal) =>
        (int)refusal.StatusCode >= FirstPermanentCode && !refusal.Message.Contains(" 5.7.", StringComparison.Ordinal);

    private static string ReasonOf(Exception error, string address)
    {
        if (error is OperationCanceledException)
            return "The mail server did not answer in time.";
        var reason = error.InnerException is { } cause ? $"{error.Message} {cause.Message}" : error.Message;
        var clean = string.Concat(reason.Select(letter => char.IsControl(letter) ? ' ' : letter))
            .Replace(address, Mail.Mask(address), StringComparison.OrdinalIgnoreCase);
        return clean.Length > QueuedMail.ReasonLength ? clean[..QueuedMail.ReasonLength] : clean;
    }
}
