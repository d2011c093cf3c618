using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>Eerst kijken: compares a plan with everything there is and explains each match.</summary>
internal sealed class CheckPlan(CatalogueDb db, ISearch search, IAdoption adoption, IOrganisations organisations)
{
    // A municipality knows its region and its size: this many peers is "gemeenten zoals wij".
    private const int PeersConsidered = 40;

    public async Task<CheckReport> RunAsync(
        string text, OrganisationId? municipality, int count, CancellationToken cancellation)
    {
        var answer = search.Check(new(text) { Take = count, Places = [.. organisations.Current.Select(each => each.Name)] });
        var ids = answer.Matches.Select(match => new SolutionId(match.Id)).ToList();
        var texts = await TextsAsync(ids, cancellation);
        var told = answer.Matches.Where(match => match.Telling is not null).Select(match => new SolutionId(match.Id)).ToList();
        var tellings = await Telling.ReadAsync(db.Sources.Where(source => told.Contains(source.Solution)), cancellation);
        var peers = municipality is { } id
            ? organisations.Peers(id, PeersConsidered, organisations.Today).Select(peer => peer.Municipality.Summary).ToList()
            : [];
        var plan = new Sentences(text);
        return new(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, answer.Marked, [.. answer.Matches
            .Where(match => texts.ContainsKey(new(match.Id)))
            .Select(match => Explain(match, texts[new(match.Id)], TellingOf(match, tellings), plan, peers))]);
    }

    private async Task<Dictionary<SolutionId, Texts>> TextsAsync(
        List<SolutionId> ids, CancellationToken cancellation)
    {
        var cards = await db.Solutions.AsNoTracking().Where(solution => ids.Contains(solution.Id))
            .Select(SolutionCards.Card).ToDictionaryAsync(card => card.Id, cancellation);
        var bodies = await db.Solutions.AsNoTracking().Where(solution => ids.Contains(solution.Id))
            .Select(solution => new { solution.Id, Body = solution.WhatWeDid + "\n" + solution.Problem + "\n" + solution.Result })
            .ToListAsync(cancellation);
        return bodies.ToDictionary(body => body.Id, body => new Texts(cards[body.Id], body.Body));
    }

    private FoundSolution Explain(
        CheckMatch match, Texts solution, Telling? telling, Sentences plan, List<OrganisationSummary> peers)
    {
        var users = adoption.UsersOf(new(match.Id));
        var usingIt = users.Users.Where(user => user.State == UseState.Active).Select(user => user.User).ToHashSet();
        var found = search.Marking(string.Join(' ', match.Why.Select(reason => reason.Found)));
        var asked = search.Marking(string.Join(' ', match.Why.Select(reason => reason.Asked)));
        return new(
            solution.Card, match.Strength, match.Score,
            plan.Telling(asked, 2),
            new Sentences(telling?.Text ?? $"{solution.Card.Promise}\n{solution.Body}").Telling(found, 1) is [var best] ? best : [new(solution.Card.Promise, false)],
            match.Why, match.OnlyInPlan, match.OnlyInEntry, users,
            [.. peers.Where(peer => usingIt.Contains(peer.Id))])
        { SaidBy = telling?.Organisation is { } teller ? organisations.Find(teller) : null };
    }

    // The index may be a moment older than the table: then the solution's own words are quoted.
    private static Telling? TellingOf(CheckMatch match, ILookup<SolutionId, Telling> tellings) =>
        match.Telling is { } at ? tellings[new(match.Id)].ElementAtOrDefault(at) : null;

    private sealed record Texts(SolutionCard Card, string Body);
}
