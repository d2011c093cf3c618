using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Import;

public sealed class RegisterImportTests
{
    private const string Register = "solutions/algoritmeregister.json";

    [SharedDataFact(Register)]
    public async Task Import_RealRegister_GroupsEqualTitlesAndClaimsEachUse()
    {
        await using var room = await ImportRoom.OpenAsync();

        var report = await room.RegisterAsync(SharedData.Path(Register));

        Assert.Equal(1_189, report[ImportOutcome.Added]);
        Assert.Equal(0, report[ImportOutcome.Refused]);
        Assert.Equal(0, report[ImportOutcome.Unmatched]);
        Assert.Equal(new DateOnly(2026, 8, 8), report.Date);
        Assert.InRange(report.Solutions, 800, 860);
        Assert.Equal(report.Solutions, await room.AskAsync(db => db.Solutions.CountAsync()));
        Assert.Equal(1_189, await room.AskAsync(db => db.Sources.CountAsync()));
        var users = await room.UsersOfAsync("Zivver");
        Assert.True(users.Count > 50);
        Assert.All(users, user => Assert.Equal(("Algoritmeregister", new DateOnly(2026, 8, 8)), (user.ClaimedBy, user.ClaimedOn!.Value)));
        var proposed = room.LinesOf(ImportOutcome.LooksAlike).Select(line => $"{line.Title} {line.Message}").ToList();
        Assert.Contains(proposed, line => line.Contains("Anonimiseringsoftware") && line.Contains("Anonimiseringssoftware"));
    }

    [SharedDataFact(Register)]
    public async Task Import_Again_ChangesNothing()
    {
        await using var room = await ImportRoom.OpenAsync();
        await room.RegisterAsync(SharedData.Path(Register));
        var ledger = await room.AskAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM ledger").SingleAsync());

        var again = await room.RegisterAsync(SharedData.Path(Register));

        Assert.Equal((1_189, 0, 0), (again[ImportOutcome.Unchanged], again[ImportOutcome.Added], again[ImportOutcome.Changed]));
        Assert.Equal((0, 0), (again.Solutions, again.Uses));
        Assert.Equal(ledger, await room.AskAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM ledger").SingleAsync()));
    }

    [SharedDataFact(Register)]
    public async Task Import_StoppedHalfWay_GoesOnAndEndsTheSame()
    {
        await using var room = await ImportRoom.OpenAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => room.RegisterAsync(SharedData.Path(Register), new StopAfterFirst(stop), stop.Token));
        var before = await room.AskAsync(db => db.Sources.CountAsync());
        Assert.InRange(before, 1, 1_188);

        var report = await room.RegisterAsync(SharedData.Path(Register));

        Assert.Equal((before, 1_189 - before), (report[ImportOutcome.Unchanged], report[ImportOutcome.Added]));
        Assert.Equal(1_189, await room.AskAsync(db => db.Sources.CountAsync()));
        Assert.True((await room.UsersOfAsync("Zivver")).Count > 50);
    }

    [Fact]
    public async Task Import_Register_NamesWhoseEntryItIsAndNoMaker()
    {
        await using var room = await ImportRoom.OpenAsync();

        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", "Zivver", "Gemeente Gouda", "Doel: veilig mailen. Meer niet.")));

        var solution = await room.AskAsync(db => db.Solutions.SingleAsync());
        Assert.Null(solution.Origin);
        Assert.Equal(("Veilig mailen. Meer niet.", ""), (solution.Promise, solution.WhatWeDid));
        var organisations = room.Get<IOrganisations>();
        Assert.Equal(
            organisations.Match("Gouda", organisations.Today).Organisation!.Id,
            await room.AskAsync(db => db.Sources.Select(source => source.Organisation).SingleAsync()));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Import_SameTitleAtTwo_IsOneSolutionWithTwoUses(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        var file = room.WriteRegister(
            ImportRoom.Algorithm("1", "Slim plannen"),
            ImportRoom.Algorithm("2", "  slim PLANNEN ", "Gemeente Súdwest-Fryslân", status: "ontwikkeling"),
            ImportRoom.Algorithm("3", "Slim plannen", "Waterschap Limburg", status: "buiten_gebruik"));

        var report = await room.RegisterAsync(file);

        Assert.Equal(1, report.Solutions);
        var users = await room.UsersOfAsync("Slim plannen");
        Assert.Equal([UseState.Planned, UseState.Active], users.Select(user => user.State).Order());
        Assert.Contains(room.Get<IOrganisations>().Others, other => other is { Name: "Waterschap Limburg", Kind: OrganisationKind.WaterBoard });
    }

    [Theory]
    [OnEachDatabase]
    public async Task Import_SameTitleInOtherWords_KeepsWhatEachSourceSays(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        string[] algorithms =
        [
            ImportRoom.Algorithm("1", "Slim plannen", purpose: "Het plant routes van strooiwagens."),
            ImportRoom.Algorithm("2", "Slim plannen", "Gemeente Zutphen", "Het plant routes van strooiwagens."),
            ImportRoom.Algorithm("3", "Slim plannen", "Gemeente Leiden", "<p>Doel: wij bepalen waar <b>zout</b> nodig is.</p>"),
        ];
        await room.RegisterAsync(room.WriteRegister(algorithms));
        string[] texts = ["", "", "Wij bepalen waar zout nodig is."];
        Assert.Equal(texts, await TextsAsync());

        // As an earlier version left it.
        await room.AskAsync(db => db.Sources.Where(source => source.SourceId == "3").ExecuteUpdateAsync(
            set => set.SetProperty(source => source.Text, "").SetProperty(source => source.Fingerprint, "from before")));
        var again = await room.RegisterAsync(room.WriteRegister(algorithms));
        var once = await room.RegisterAsync(room.WriteRegister(algorithms));

        Assert.Equal((1, 2, 0), (again[ImportOutcome.Changed], again[ImportOutcome.Unchanged], once[ImportOutcome.Changed]));
        Assert.Equal(texts, await TextsAsync());

        Task<List<string>> TextsAsync() =>
            room.AskAsync(db => db.Sources.OrderBy(source => source.SourceId).Select(source => source.Text).ToListAsync());
    }

    [Fact]
    public async Task Import_OnALaterDay_ShowsThatDayToReaders()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.WriteRegister(ImportRoom.Algorithm("1", "Eén"), ImportRoom.Algorithm("2", "Twee", "Gemeente Leiden"));
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false, "--Api:RequestsPerMinute=0");
        await ImportAsync(new(2026, 8, 1));
        await Until.TrueAsync(async () => await DaysAsync("/solutions") is ["2026-08-01", "2026-08-01"]);

        await ImportAsync(new(2026, 8, 8));

        await Until.TrueAsync(async () => await DaysAsync("/solutions") is ["2026-08-08", "2026-08-08"]);
        await Until.TrueAsync(async () => await DaysAsync("/uses") is ["2026-08-08", "2026-08-08"]);

        Task ImportAsync(DateOnly date) => site.Services.GetRequiredService<ICatalogueImport>().RunAsync(
            new(ImportFormat.AlgorithmRegister, [file]) { Date = date }, null, default);

        async Task<List<string?>> DaysAsync(string path) =>
        [
            .. (await site.WalkAsync(path)).Select(each =>
                (path == "/uses" ? each.GetProperty("claimedOn") : each.GetProperty("sources")[0].GetProperty("date")).GetString()),
        ];
    }

    [Fact]
    public async Task Import_UnknownMunicipality_IsReportedAndNeverAdded()
    {
        await using var room = await ImportRoom.OpenAsync();
        var file = room.WriteRegister(
            ImportRoom.Algorithm("1", "Eén", "Gemeente Atlantis"), ImportRoom.Algorithm("2", "Twee", "Gemeente Bergen"));

        var report = await room.RegisterAsync(file);

        Assert.Equal((2, 0), (report[ImportOutcome.Added], report.Uses));
        Assert.Equal(2, report[ImportOutcome.Unmatched]);
        Assert.Contains(room.LinesOf(ImportOutcome.Unmatched), line => line.Message.Contains("Atlantis"));
        Assert.Empty(room.Get<IOrganisations>().Others);
    }

    [Fact]
    public async Task Import_ChangedInTheSource_ChangesTheSolutionButKeepsItsAddress()
    {
        await using var room = await ImportRoom.OpenAsync();
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", "Slim plannen")));
        var slug = await room.AskAsync(db => db.Solutions.Select(solution => solution.Slug).SingleAsync());

        var report = await room.RegisterAsync(room.WriteRegister(
            ImportRoom.Algorithm("1", "Slimmer plannen", purpose: "Het helpt nog beter dan eerst.", status: "buiten_gebruik")));

        Assert.Equal((0, 1), (report[ImportOutcome.Added], report[ImportOutcome.Changed]));
        var solution = await room.AskAsync(db => db.Solutions.SingleAsync());
        Assert.Equal((slug, "Slimmer plannen", "Het helpt nog beter dan eerst."), (solution.Slug, solution.Title, solution.Promise));
        Assert.Empty(await room.UsersOfAsync("Slimmer plannen"));
    }

    [Fact]
    public async Task Import_WhatAPersonWrote_Stays()
    {
        await using var room = await ImportRoom.OpenAsync();
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", "Slim plannen")));
        await room.AskAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE catalogue_solutions SET promise = 'Met de hand geschreven', written_by_people = 'Promise'"));

        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", "Slim roosteren", purpose: "Iets heel anders dan het was.")));

        var solution = await room.AskAsync(db => db.Solutions.SingleAsync());
        Assert.Equal(("Slim roosteren", "Met de hand geschreven"), (solution.Title, solution.Promise));
    }

    [Fact]
    public async Task Import_OneOfManyRenamed_GetsASolutionOfItsOwn()
    {
        await using var room = await ImportRoom.OpenAsync();
        var (one, two) = (ImportRoom.Algorithm("1", "Zivver"), ImportRoom.Algorithm("2", "Zivver", "Gemeente Delft"));
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("0", "Zivver", "Gemeente Almere"), one, two));
        var shared = await room.AskAsync(db => db.Solutions.Select(solution => solution.Id).SingleAsync());

        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("0", "Veilige post", "Gemeente Almere"), one, two));

        Assert.Equal(
            [shared, shared],
            await room.AskAsync(db => db.Sources.Where(source => source.SourceId != "0").Select(source => source.Solution).ToListAsync()));
        Assert.Equal(
            ["Veilige post", "Zivver"], await room.AskAsync(db => db.Solutions.Select(solution => solution.Title).OrderBy(title => title).ToListAsync()));
    }

    [Fact]
    public async Task Import_LongTexts_AreCutAtAWordAndKeptWhole()
    {
        await using var room = await ImportRoom.OpenAsync();
        var title = string.Join(' ', Enumerable.Repeat("samenwerken", 10));
        var purpose = "Dit is " + string.Join(' ', Enumerable.Repeat("belangrijk", 20)) + ". En dit is de tweede zin.";

        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", title, purpose: purpose)));

        var solution = await room.AskAsync(db => db.Solutions.SingleAsync());
        Assert.True(solution.Title.Length <= 80);
        Assert.EndsWith("samenwerken…", solution.Title);
        Assert.EndsWith("belangrijk…", solution.Promise);
        Assert.Contains(title, solution.WhatWeDid);
        Assert.Contains(purpose, solution.WhatWeDid);
    }

    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Import_TwoAtOnce_MakesEverythingOnce(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        var file = room.WriteRegister([.. Enumerable.Range(0, 600).Select(number =>
            ImportRoom.Algorithm($"{number}", $"Titel {number % 400}", number % 2 == 0 ? "Gemeente Gouda" : $"Stichting {number % 9}"))]);
        var request = new ImportRequest(ImportFormat.AlgorithmRegister, [file]);

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            room.Get<ICatalogueImport>().RunAsync(request, null, CancellationToken.None))));

        Assert.All(reports, report => Assert.Equal((600, 0), (report.Read, report[ImportOutcome.Refused])));
        Assert.Equal((400, 600), (await room.AskAsync(db => db.Solutions.CountAsync()), await room.AskAsync(db => db.Sources.CountAsync())));
        Assert.Equal(400, reports.Sum(report => report.Solutions));
    }
}
