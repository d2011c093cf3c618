using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tests.Import;

/// <summary>Titles that are nearly the same are proposed to editors once; after a merge an import goes on at the one that stays.</summary>
public sealed class MergedEntriesTests
{
    private static readonly Actor Actor = new("test");

    private static readonly string[] Two =
    [
        ImportRoom.Algorithm("1", "Anonimiseringsoftware", "Gemeente Gouda", "Het verbergt namen in stukken."),
        ImportRoom.Algorithm("2", "Anonimiseringssoftware", "Gemeente Leiden", "Zwarte balken over namen."),
    ];

    [Theory, OnEachDatabase]
    public async Task NearTitles_AreProposedOnce_AndNeverAfterANo(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await room.RegisterAsync(room.WriteRegister(Two));
        var proposal = await room.AskAsync(db => db.MergeProposals.SingleAsync());
        Assert.Equal(("algoritmeregister", ProposalState.Open), (proposal.Source, proposal.State));

        await room.RegisterAsync(room.WriteRegister(Two));
        Assert.Single(room.LinesOf(ImportOutcome.LooksAlike));
        await room.AskAsync(async db =>
        {
            (await db.MergeProposals.SingleAsync()).Decide(ProposalState.Different, DateTimeOffset.UnixEpoch);
            db.Record(new MergeRefused(proposal.One, proposal.Other), Actor);
            return await db.SaveChangesAsync();
        });

        await room.RegisterAsync(room.WriteRegister(Two));
        Assert.Empty(room.LinesOf(ImportOutcome.LooksAlike));
        Assert.Equal(1, await room.AskAsync(db => db.MergeProposals.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task SpreadsheetUnderAnotherName_IsWarnedOf_AndItsRowsAreProposed(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        const string rows = "Kenmerk;Titel;Belofte\n1;Avondspreekuur;Hulp na het werk.\n2;Buurtkeuken;Samen eten.\n3;Leenfiets;Fietsen voor wie er geen heeft.";
        await room.ImportAsync(ImportFormat.Spreadsheet, room.Write("oplossingen.csv", rows));
        Assert.Empty(room.LinesOf(ImportOutcome.LooksAlike));
        var renamed = room.Write("oplossingen (1).csv", rows);

        Assert.Equal(3, (await room.ImportAsync(ImportFormat.Spreadsheet, renamed, name: "oplossingen"))[ImportOutcome.Unchanged]);
        Assert.Empty(room.LinesOf(ImportOutcome.LooksAlike));

        await room.ImportAsync(ImportFormat.Spreadsheet, renamed);
        var warning = Assert.Single(room.LinesOf(ImportOutcome.LooksAlike), line => line.Row == 0);
        Assert.Contains("3 rijen", warning.Message, StringComparison.Ordinal);
        Assert.Contains("--name oplossingen ", warning.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4], room.LinesOf(ImportOutcome.LooksAlike).Select(line => line.Row).Where(row => row > 0).Order());
        Assert.Equal((6, 3), (await room.AskAsync(db => db.Solutions.CountAsync()), await room.AskAsync(db => db.MergeProposals.CountAsync())));

        // Now both are known, and nothing new is made by either.
        await room.ImportAsync(ImportFormat.Spreadsheet, renamed);
        Assert.DoesNotContain(room.LinesOf(ImportOutcome.LooksAlike), line => line.Row == 0);
        Assert.Equal((6, 3), (await room.AskAsync(db => db.Solutions.CountAsync()), await room.AskAsync(db => db.MergeProposals.CountAsync())));
    }

    [Theory, OnEachDatabase]
    public async Task Spreadsheet_WithOtherRowsUnderTheSameKenmerk_IsNotWarnedOf(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await room.RegisterAsync(room.WriteRegister(Two[0]));
        await room.ImportAsync(ImportFormat.Spreadsheet, room.Write("een.csv", "Kenmerk;Titel;Belofte\n1;Buurtkeuken;Samen eten."));

        await room.ImportAsync(ImportFormat.Spreadsheet, room.Write("twee.csv", "Kenmerk;Titel;Belofte\n1;Anonimiseringssoftware;Zwarte balken over namen."));

        // Only what looks like another title is proposed.
        Assert.Equal(2, Assert.Single(room.LinesOf(ImportOutcome.LooksAlike)).Row);
        Assert.Equal("spreadsheet-twee", (await room.AskAsync(db => db.MergeProposals.SingleAsync())).Source);
    }

    [Theory, OnEachDatabase]
    public async Task Import_AfterAMerge_GoesOnAtTheOneThatStays(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await room.RegisterAsync(room.WriteRegister(Two));
        var (into, other) = await room.AskAsync(async db =>
        {
            var one = await db.Solutions.SingleAsync(each => each.Title == "Anonimiseringsoftware");
            var two = await db.Solutions.SingleAsync(each => each.Title == "Anonimiseringssoftware");
            two.MergeInto(one);
            (await db.Sources.SingleAsync(each => each.SourceId == "2")).GoAlong(one.Id, "Zwarte balken over namen.");
            db.Record(new SolutionMerged(two.Id, one.Id), Actor);
            await db.SaveChangesAsync();
            return (one.Id, two.Id);
        });

        await room.RegisterAsync(room.WriteRegister(
            Two[0],
            ImportRoom.Algorithm("2", "Anonimiseringssoftware", "Gemeente Leiden", "Nu met een nieuwe tekst."),
            ImportRoom.Algorithm("3", "Anonimiseringssoftware", "Gemeente Delft", "Ook hier.")));

        Assert.Equal(2, await room.AskAsync(db => db.Solutions.CountAsync()));
        Assert.All(await room.AskAsync(db => db.Sources.Select(each => each.Solution).ToListAsync()), solution => Assert.Equal(into, solution));
        var goesOn = await room.AskAsync(db => db.Solutions.SingleAsync(each => each.Id == into));
        Assert.DoesNotContain("nieuwe tekst", goesOn.WhatWeDid + goesOn.Promise, StringComparison.Ordinal);
        Assert.Contains("Nu met een nieuwe tekst.", await room.AskAsync(db => db.Sources.Where(each => each.SourceId == "2").Select(each => each.Text).SingleAsync()), StringComparison.Ordinal);
        Assert.Empty(room.LinesOf(ImportOutcome.LooksAlike));
        Assert.Contains(await room.UsersOfAsync("Anonimiseringsoftware"), use => use.ClaimedBy == "Algoritmeregister");
        Assert.NotEqual(into, other);
    }
}
