using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>The thing that is shared. It keeps its identity, address and history through all stages.</summary>
/// <remarks>What can be written in it, and how, stands in <c>Solution.Content.cs</c>.</remarks>
internal sealed partial class Solution
{
    public const int TitleLength = 80, PromiseLength = 160, TextLength = 20_000, ListLength = 2_000, LicenceLength = 80,
        MailboxLength = 254, UrlLength = 1_000;

    private Solution() { }

    public SolutionId Id { get; private set; }

    /// <summary>The readable part of the address now; former ones stay in <see cref="SolutionSlug"/>.</summary>
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The title as lists sort it: both databases compare bytes.</summary>
    public string SortTitle { get; private set; } = "";

    public string Promise { get; private set; } = "";

    public string Problem { get; private set; } = "";

    public string WhatWeDid { get; private set; } = "";

    public string Result { get; private set; } = "";

    public string ForWhom { get; private set; } = "";

    public SolutionKind Kind { get; private set; }

    public IReadOnlyList<string> Themes { get; private set; } = [];

    public IReadOnlyList<string> Tasks { get; private set; } = [];

    public IReadOnlyList<string> Laws { get; private set; } = [];

    public Effort? Effort { get; private set; }

    public CostBand? OneOffCost { get; private set; }

    public CostBand? YearlyCost { get; private set; }

    public string Requirements { get; private set; } = "";

    public ScaleType? ScaleType { get; private set; }

    public string Accessibility { get; private set; } = "";

    public string NonDigital { get; private set; } = "";

    public string DataFreedom { get; private set; } = "";

    public string Licence { get; private set; } = "";

    public OrganisationId? Origin { get; private set; }

    public int? OriginYear { get; private set; }

    public int? BuildHours { get; private set; }

    public Contact? Steward { get; private set; }

    public Contact? Deputy { get; private set; }

    /// <summary>The account of the steward, when the steward has one; the shown name stands in <see cref="Steward"/>.</summary>
    public PersonId? StewardPerson { get; private set; }

    /// <summary>The account of the deputy, when the deputy has one.</summary>
    public PersonId? DeputyPerson { get; private set; }

    /// <summary>The day on which it became unconfirmed, when it is.</summary>
    public DateOnly? UnconfirmedSince { get; private set; }

    /// <summary>Since when it looks for a steward, when it does.</summary>
    public DateOnly? WantedSince { get; private set; }

    public string Mailbox { get; private set; } = "";

    public IReadOnlyList<Link> Links { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public Stage Stage { get; private set; }

    public SolutionStatus Status { get; private set; }

    /// <summary>The first day it was public.</summary>
    public DateOnly Shared { get; private set; }

    public DateOnly? LastConfirmed { get; private set; }

    /// <summary>Whether it is a fictional sample.</summary>
    public bool IsSample { get; private set; }

    /// <summary>The parts that a person wrote. An import never touches them.</summary>
    public IReadOnlyList<string> WrittenByPeople { get; private set; } = [];

    /// <summary>Goes up with each change of the content and each merge, so that two who edit at once notice each other.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Makes a new entry.</summary>
    public static Solution Share(
        string slug, SolutionContent content, Stage stage, SolutionStatus status, DateOnly shared, DateOnly? confirmed, bool isSample)
    {
        var solution = new Solution
        {
            Id = SolutionId.New(),
            Slug = slug,
            Stage = stage,
            Status = status,
            Shared = shared,
            LastConfirmed = confirmed,
            IsSample = isSample,
        };
        solution.Write(content, (_, change) => change());
        return solution;
    }

    /// <summary>Gives it to the person who answers for it.</summary>
    public void LookAfter(PersonId steward) => StewardPerson = steward;

    /// <summary>Takes it off the wall again, shortly after it was shared. The address stays reserved.</summary>
    public void TakeBack()
    {
        Require(Status == SolutionStatus.Published && Stage == Stage.Gem, "", "Dit pareltje is al verder. Je kunt het wel archiveren.");
        Status = SolutionStatus.Draft;
    }

    /// <summary>Takes over which files are attached, in order. An import never touches them.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="RuleViolation">There are too many, or they are too large together.</exception>
    public bool Attach(IReadOnlyList<Attachment> files)
    {
        if (Attachments.SequenceEqual(files))
            return false;
        Require(files.Count <= Attachment.Most, "", "Hier passen hoogstens 20 bijlagen. Verwijder er eerst een.");
        Require(files.Sum(file => file.Size) <= Attachment.MostTogether, "", "Alle bijlagen samen mogen hoogstens 100 MB zijn. Verwijder er eerst een.");
        (Attachments, WrittenByPeople) = (files, [.. WrittenByPeople.Union([nameof(Attachments)], StringComparer.Ordinal)]);
        Version++;
        return true;
    }

    /// <summary>Shares what was taken back or was a tip, at the address that it had.</summary>
    public void ShareAgain(SolutionContent content, DateOnly today)
    {
        Require(Status is SolutionStatus.Draft or SolutionStatus.Tip, "", "Dit pareltje staat al op de muur.");
        Write(content, (_, change) => change());
        (Status, Shared, LastConfirmed) = (SolutionStatus.Published, today, today);
    }

    /// <summary>Takes over what an import says, except the parts that people wrote.</summary>
    /// <returns>The names of what changed; empty when nothing did.</returns>
    public IReadOnlyList<string> ReviseByImport(SolutionContent content)
    {
        var changed = new List<string>();
        Write(content, (field, change) =>
        {
            if (WrittenByPeople.Contains(field))
                return;
            change();
            changed.Add(field);
        });
        Version += changed.Count > 0 ? 1 : 0;
        return changed;
    }

    /// <summary>Takes over what a person writes. An import never touches these parts again.</summary>
    /// <returns>The names of what changed; empty when nothing did.</returns>
    /// <exception cref="RuleViolation">A text is missing or too long.</exception>
    public IReadOnlyList<string> ReviseByPerson(SolutionContent content)
    {
        Require(content.Promise.Length > 0, nameof(Promise), "Schrijf in één zin wat het doet, en voor wie.");
        Require(content.WhatWeDid.Length > 0, nameof(WhatWeDid), "Vertel wat jullie deden.");
        var changed = new List<string>();
        Write(content, (field, change) =>
        {
            change();
            changed.Add(field);
        });
        WrittenByPeople = [.. WrittenByPeople.Union(changed, StringComparer.Ordinal)];
        Version += changed.Count > 0 ? 1 : 0;
        return changed;
    }

    /// <summary>Moves to another address; the former one keeps leading here.</summary>
    public void MoveTo(string slug) => Slug = slug;

    /// <summary>Somebody who looks after it says that it is still true.</summary>
    /// <exception cref="RuleViolation">It has ended, or is not public yet.</exception>
    public void Confirm(DateOnly today)
    {
        Require(Status is SolutionStatus.Published or SolutionStatus.Unconfirmed, "", "Dit is gestopt of nog niet gedeeld. Je kunt het niet bevestigen.");
        (Status, LastConfirmed, UnconfirmedSince) = (SolutionStatus.Published, today, null);
    }

    /// <summary>Nobody said in time that it is still true.</summary>
    public void Fade(DateOnly today) => (Status, UnconfirmedSince) = (SolutionStatus.Unconfirmed, today);

    /// <summary>Nobody looks after it, and it is unconfirmed for long: from now on it looks for a steward.</summary>
    public void LookForSteward(DateOnly today) => WantedSince = today;

    /// <summary>A person with an account becomes steward, and is shown as such.</summary>
    public void GiveTo(PersonId steward, Contact shown)
    {
        (StewardPerson, Steward, WantedSince) = (steward, shown, null);
        if (DeputyPerson == steward)
            (DeputyPerson, Deputy) = (null, null);
        MarkPeople();
    }

    /// <summary>A person with an account becomes deputy, and is shown as such.</summary>
    public void GiveDeputyTo(PersonId deputy, Contact shown)
    {
        Require(StewardPerson != deputy, "", "Deze persoon is al de beheerder.");
        (DeputyPerson, Deputy) = (deputy, shown);
        MarkPeople();
    }

    /// <summary>What a person does for it.</summary>
    public IEnumerable<StewardRole> RolesOf(PersonId person)
    {
        if (StewardPerson == person)
            yield return StewardRole.Steward;
        if (DeputyPerson == person)
            yield return StewardRole.Deputy;
    }

    /// <summary>A person lays down what they do for it; without steward it looks for one.</summary>
    public void LeftBy(PersonId person, DateOnly today)
    {
        if (StewardPerson == person)
            (StewardPerson, Steward, WantedSince) = (null, null, today);
        if (DeputyPerson == person)
            (DeputyPerson, Deputy) = (null, null);
        MarkPeople();
    }

    // Who looks after it is decided by people from now on, and never by an import.
    private void MarkPeople()
    {
        WrittenByPeople = [.. WrittenByPeople.Union([nameof(Steward), nameof(Deputy)], StringComparer.Ordinal)];
        Version++;
    }

    private static void Require(bool rule, string field, string message)
    {
        if (!rule)
            throw new RuleViolation(field, message);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Solution>
    {
        public void Configure(EntityTypeBuilder<Solution> solution)
        {
            solution.ToTable("catalogue_solutions");
            solution.HasKey(each => each.Id);
            solution.Property(each => each.Id).ValueGeneratedNever();
            solution.Property(each => each.Slug).HasMaxLength(Kernel.Text.Slug.MaxLength);
            solution.Property(each => each.Title).HasMaxLength(TitleLength);
            solution.Property(each => each.SortTitle).HasMaxLength(TitleLength * 2);
            solution.Property(each => each.Promise).HasMaxLength(PromiseLength);
            solution.Property(each => each.Licence).HasMaxLength(LicenceLength);
            solution.Property(each => each.Mailbox).HasMaxLength(MailboxLength);
            solution.Property(each => each.ArchiveReason).HasMaxLength(ArchiveReasonLength);
            solution.Property(each => each.Version).IsConcurrencyToken();
            AsJson(solution.Property(each => each.Steward));
            AsJson(solution.Property(each => each.Deputy));
            AsJson(solution.Property(each => each.Links));
            AsJson(solution.Property(each => each.Figures));
            AsJson(solution.Property(each => each.Attachments));
            solution.HasIndex(each => each.Slug).IsUnique();
            solution.HasIndex(each => each.SortTitle);
            solution.HasIndex(each => each.Origin);
            solution.HasIndex(each => each.WantedSince);
            solution.HasIndex(each => each.StewardPerson);
            solution.HasIndex(each => each.DeputyPerson);
        }

        // Small values that are only ever read and written whole; as text they are the same in both databases.
        private static void AsJson<T>(PropertyBuilder<T> property) => property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<T>(stored, JsonSerializerOptions.Web)!,
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<T>(
                (left, right) => ReferenceEquals(left, right)
                    || JsonSerializer.Serialize(left, JsonSerializerOptions.Web) == JsonSerializer.Serialize(right, JsonSerializerOptions.Web),
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal)));
    }
}
