using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.People;

/// <summary>A person with an account. Contributions carry the full name; the e-mail address is never public.</summary>
/// <remarks>ASP.NET Core Identity keeps the password, the lock after wrong ones and the second factor.</remarks>
internal sealed class Person : IdentityUser<PersonId>
{
    public const int NameLength = 120, EmailLength = 254, MinPasswordLength = 12, MaxPasswordLength = 200;

    /// <summary>What stands at contributions of somebody who asked to be forgotten by name.</summary>
    public const string FormerName = "Oud-medewerker";

    private Person() { }

    public string FullName { get; private set; } = "";

    /// <summary>The language of mails: "nl" or "en".</summary>
    public string Language { get; private set; } = "nl";

    public MailRhythm Rhythm { get; private set; } = MailRhythm.Daily;

    public PlatformRoles PlatformRoles { get; private set; }

    public DateTimeOffset Joined { get; private set; }

    /// <summary>When the account was closed; nobody can sign in with it any more.</summary>
    public DateTimeOffset? Closed { get; private set; }

    /// <summary>Whether it is a fictional sample person.</summary>
    public bool IsSample { get; private set; }

    /// <summary>Makes a new account.</summary>
    /// <exception cref="RuleViolation">Name or e-mail address is missing, too long or unfit to mail to.</exception>
    public static Person Join(string name, string email, string language, DateTimeOffset now, bool isSample = false)
    {
        if (!Mail.IsAddress(email))
            throw new RuleViolation(nameof(Email), "Schrijf een e-mailadres zoals naam@gemeente.nl.");
        var person = new Person
        {
            Id = PersonId.New(),
            UserName = email,
            Email = email,
            Language = language,
            Joined = now,
            IsSample = isSample,
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
        };
        person.Rename(name);
        return person;
    }

    /// <summary>Changes the name under which everything stands that the person wrote.</summary>
    /// <exception cref="RuleViolation">The name is empty or too long.</exception>
    public void Rename(string name)
    {
        // A name is one line, also in the head of a mail.
        name = string.Join(' ', new string([.. name.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > NameLength)
            throw new RuleViolation(nameof(FullName), "Vul je naam in.");
        FullName = name;
    }

    /// <summary>Begins anew an account of which nobody ever showed to own the address. Links that were mailed before stop working.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="language">The language of mails.</param>
    /// <param name="passwordHash">The hash of the password; null for who gets in another way.</param>
    /// <exception cref="RuleViolation">The name is empty or too long.</exception>
    public void BeginAgain(string name, string language, string? passwordHash)
    {
        if (EmailConfirmed || Closed is not null)
            throw new InvalidOperationException("The account belongs to somebody.");
        Rename(name);
        Prefer(language, Rhythm);
        (PasswordHash, SecurityStamp) = (passwordHash, $"{Guid.NewGuid()}");
    }

    /// <summary>Chooses how mails come.</summary>
    public void Prefer(string language, MailRhythm rhythm) => (Language, Rhythm) = (language == "en" ? "en" : "nl", rhythm);

    /// <summary>Gives exactly these roles on the platform.</summary>
    public void Appoint(PlatformRoles roles) => PlatformRoles = roles;

    /// <summary>Closes the account: nobody can sign in with it, and what identifies the person is removed.</summary>
    /// <param name="forgetName">Whether contributions become those of an "oud-medewerker".</param>
    /// <param name="now">The moment.</param>
    public void Close(bool forgetName, DateTimeOffset now)
    {
        Closed = now;
        PlatformRoles = PlatformRoles.None;
        if (forgetName)
            FullName = FormerName;
        Email = UserName = $"{Id}@gesloten.invalid";
        NormalizedEmail = NormalizedUserName = Email.ToUpperInvariant();
        PasswordHash = null;
        TwoFactorEnabled = false;
        SecurityStamp = Guid.NewGuid().ToString();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.ToTable("accounts_people");
            person.HasKey(each => each.Id);
            person.Property(each => each.Id).ValueGeneratedNever();
            person.Property(each => each.FullName).HasMaxLength(NameLength);
            person.Property(each => each.Language).HasMaxLength(2);
            person.Property(each => each.Email).HasMaxLength(EmailLength);
            person.Property(each => each.NormalizedEmail).HasMaxLength(EmailLength);
            person.Property(each => each.UserName).HasMaxLength(EmailLength);
            person.Property(each => each.NormalizedUserName).HasMaxLength(EmailLength);
            person.Property(each => each.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(40);
            person.Property(each => each.SecurityStamp).HasMaxLength(40);
            person.Ignore(each => each.PhoneNumber);
            person.Ignore(each => each.PhoneNumberConfirmed);
            person.HasIndex(each => each.NormalizedEmail).IsUnique();
            person.HasIndex(each => each.NormalizedUserName).IsUnique();
        }
    }
}
