using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Tips;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Samples;

/// <summary>Puts the fictional samples in an empty catalogue, once.</summary>
internal sealed class LoadSamples(
    CatalogueDb db, IOrganisations organisations, IAccounts accounts, IAdoption adoption, Site site, TimeProvider time)
{
    private static readonly Actor Actor = new("voorbeelden");

    // The day on which the samples were written. Confirmations move along with today, so that they stay as fresh as meant.
    private static readonly DateOnly Written = new(2026, 11, 15);

    /// <summary>Loads the samples when there is a folder and no solution yet; always tells the site whether it has samples.</summary>
    public async Task RunAsync(DirectoryInfo? folder, CancellationToken cancellation)
    {
        if (folder is not null && !await db.Solutions.AnyAsync(cancellation))
            await LoadAsync(folder, cancellation);
        site.HasSamples = await db.Solutions.AnyAsync(solution => solution.IsSample, cancellation);
    }

    private async Task LoadAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        var samples = await SampleSolution.ReadAsync(folder, cancellation);
        var bySlug = samples.ToDictionary(sample => sample.Slug, Share);
        foreach (var sample in samples)
            Add(sample, bySlug);
        foreach (var sample in samples.Where(sample => sample.Tip is not null))
            await AddTipAsync(bySlug[sample.Slug], sample.Tip!, cancellation);
        foreach (var sample in await SampleIntention.ReadAsync(folder, cancellation))
            Add(sample);
        await db.SaveChangesAsync(cancellation);

        var uses = samples.SelectMany(sample => SampleSpreader.Spread(
            bySlug[sample.Slug].Id, sample, organisations.Current, organisations.Today));
        await adoption.RegisterSamplesAsync([.. uses, .. samples.Select(sample => Joint(sample, bySlug)).OfType<SampleUse>()], Actor, cancellation);
    }

    private SampleUse? Joint(SampleSolution sample, Dictionary<string, Solution> bySlug) =>
        sample.Spread?.Via is { } via && organisations.FindBySlug(via) is { } body
            ? new(bySlug[sample.Slug].Id, body.Id, UseState.Active, sample.Shared.AddMonths(6), organisations.Today.AddDays(-40)) : null;

    private Solution Share(SampleSolution sample) => Solution.Share(
        sample.Slug,
        new SolutionContent
        {
            Title = sample.Title,
            Promise = sample.Promise,
            Problem = sample.Problem,
            WhatWeDid = sample.WhatWeDid,
            Result = sample.Result,
            ForWhom = sample.ForWhom,
            Kind = sample.Kind,
            Themes = sample.Themes,
            Tasks = sample.Tasks,
            Laws = sample.Laws,
            Effort = sample.Effort,
            OneOffCost = sample.OneOffCost,
            YearlyCost = sample.YearlyCost,
            Requirements = sample.Requirements,
            ScaleType = sample.ScaleType,
            Accessibility = sample.Accessibility,
            NonDigital = sample.NonDigital,
            DataFreedom = sample.DataFreedom,
            Licence = sample.Licence,
            Links = sample.Links,
            Figures = sample.Figures,
            Origin = Id(sample.Origin),
            OriginYear = sample.OriginYear,
            BuildHours = sample.BuildHours,
            Steward = Person(sample.Steward),
            Deputy = Person(sample.Deputy),
            Mailbox = sample.Mailbox,
        },
        sample.Stage, sample.Status, sample.Shared, Moved(sample.LastConfirmed), isSample: true);

    private DateOnly? Moved(DateOnly? confirmed) =>
        confirmed?.AddDays(Math.Max(0, organisations.Today.DayNumber - Written.DayNumber));

    private void Add(SampleSolution sample, Dictionary<string, Solution> bySlug)
    {
        var solution = bySlug[sample.Slug];
        if (sample.Successor is not null)
            solution.ArchiveFor(bySlug[sample.Successor].Id);
        db.Solutions.Add(solution);
        db.Slugs.Add(new(solution.Slug, solution.Id));
        db.Moments.AddRange(sample.History.Select(moment =>
            new SolutionMoment(Guid.CreateVersion7(), solution.Id, moment.Date, moment.Text)));
        db.Relations.AddRange(sample.Relations.Select(relation =>
            new SolutionRelation(solution.Id, relation.Kind, bySlug[relation.Slug].Id)));
        Stage? from = null;
        foreach (var decision in sample.Decisions)
        {
            db.Decisions.Add(StageDecision.Of(
                solution.Id, from, decision.To, decision.Date, decision.Body, decision.Reason, decision.Evidence));
            from = decision.To;
        }

        db.Record(new SolutionShared(solution.Id, solution.Title, solution.Stage), Actor);
    }

    // Nobody is asked by mail: sample people have no mailbox.
    private async Task AddTipAsync(Solution solution, SampleTip sample, CancellationToken cancellation)
    {
        var organisation = Id(sample.Municipality)!.Value;
        var people = await accounts.MembersAsync(organisation, MembershipRole.Reader, cancellation);
        if (people.FirstOrDefault(person => person.Name == sample.Tipper) is not { } tipper)
            return;
        var tip = Tip.Give(solution.Id, solution.Origin!.Value, sample.Place, tipper.Id, organisation, time.GetUtcNow());
        tip.Ask(time.GetUtcNow());
        tip.Ask(time.GetUtcNow());
        db.Tips.Add(tip);
        db.Record(new TipGiven(solution.Id, tip.Municipality), Actor);
    }

    private void Add(SampleIntention sample)
    {
        var (today, month) = (organisations.Today, new DateOnly(organisations.Today.Year, organisations.Today.Month, 1));
        DateOnly? start = sample.StartsInMonths is { } months ? month.AddMonths(months) : null;
        var intention = Intention.Share(
            sample.Slug, new(sample.Title, sample.Text, sample.Contact, sample.Mailbox, start), Id(sample.Organisation)!.Value, null, null, today);
        db.Intentions.Add(intention);
        db.Record(new IntentionShared(intention.Id, intention.Title), Actor);
        foreach (var join in sample.Joined)
        {
            db.IntentionJoins.Add(new(intention.Id, Id(join.Organisation)!.Value, null, join.Contact, today));
            db.Record(new IntentionJoined(intention.Id, Id(join.Organisation)!.Value), Actor);
        }
    }

    private Contact? Person(SamplePerson? person) =>
        person is null ? null : new(person.Name, person.Role, Id(person.Municipality));

    private OrganisationId? Id(string? code) => code is null
        ? null
        : organisations.Match(code, organisations.Today).Organisation?.Id
            ?? throw new InvalidDataException($"The samples name {code}, which is no municipality of today.");
}
