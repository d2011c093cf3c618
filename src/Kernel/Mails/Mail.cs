using System.Net.Mail;

namespace Parelmuur.Kernel.Mails;

/// <summary>One mail to one person, in plain text. A room gives it to <c>Send</c> of its database.</summary>
/// <remarks>
/// It is saved in the transaction of the change it tells of, so nobody hears of what did not happen. What a person
/// typed can never become another header or receiver: line breaks are refused here.
/// </remarks>
public sealed record Mail
{
    /// <summary>Length limits of the stored texts.</summary>
    public const int AddressLength = 254, NameLength = 120, SubjectLength = 200, TextLength = 100_000, UnsubscribeLength = 1000;

    /// <param name="to">The address.</param>
    /// <param name="name">Of the person; may be empty.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">As the reader sees it; long lines are wrapped.</param>
    /// <param name="unsubscribe">
    /// Where one POST, without signing in, ends this kind of mail (RFC 8058). Leave it out for a mail that was asked for.
    /// </param>
    /// <exception cref="ArgumentException">A value is missing, too long, or not of one line.</exception>
    public Mail(string to, string name, string subject, string text, Uri? unsubscribe = null)
    {
        To = IsAddress(to) ? to : throw new ArgumentException("This is not an e-mail address.", nameof(to));
        Name = OneLine(name, NameLength, nameof(name));
        Subject = OneLine(subject, SubjectLength, nameof(subject));
        Text = text.Length <= TextLength ? text : throw new ArgumentException("The text is too long.", nameof(text));
        Unsubscribe = unsubscribe is null or { IsAbsoluteUri: true, Scheme: "https" or "http", AbsoluteUri.Length: <= UnsubscribeLength }
            ? unsubscribe
            : throw new ArgumentException("This is not a web address.", nameof(unsubscribe));
        if (string.IsNullOrWhiteSpace(subject))
            throw new ArgumentException("A mail needs a subject.", nameof(subject));
    }

    /// <summary>The address.</summary>
    public string To { get; }

    /// <summary>The name of the person, or empty.</summary>
    public string Name { get; }

    /// <summary>What the mail is about.</summary>
    public string Subject { get; }

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>Where one click ends this kind of mail, if it can be ended.</summary>
    public Uri? Unsubscribe { get; }

    /// <summary>Whether a text can be the address of a mail. Whether the address exists, only an answer tells.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= AddressLength
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;

    /// <summary>An address as it may stand in a log: "a…@deventer.nl".</summary>
    public static string Mask(string address) =>
        address.LastIndexOf('@') is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";

    /// <summary>Without what is personal, so that it can do no harm in a log.</summary>
    public override string ToString() => $"mail to {Mask(To)}";

    private static string OneLine(string text, int length, string what) =>
        text.Length > length ? throw new ArgumentException($"The {what} is too long.", what)
        : text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029')
            ? throw new ArgumentException($"The {what} must be one line.", what)
        : text;
}
