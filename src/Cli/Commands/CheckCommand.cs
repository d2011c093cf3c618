using System.CommandLine;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur check …: eerst kijken.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var text = new Argument<string?>("tekst")
        {
            Description = "Wat u wilt gaan doen, tussen aanhalingstekens.", Arity = ArgumentArity.ZeroOrOne,
        };
        var file = new Option<FileInfo?>("--file") { Description = "Leest het plan uit een bestand: .txt, .docx of .odt.", HelpName = "bestand" };
        var municipality = new Option<string?>("--gemeente") { Description = "Uw gemeente, bij naam of code: dan ziet u wie op u lijkt.", HelpName = "naam" };
        var take = TakeOption.Make();
        var json = new Option<bool>("--json") { Description = "Antwoordt als JSON." };
        var command = new Command("check", "Eerst kijken: wat bestaat er al dat op uw plan lijkt, en wie gebruikt het?")
        {
            text, file, municipality, take, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(text) is null == result.GetValue(file) is null)
                result.AddError("tekst of --file");
        });
        command.SetAction(async (asked, cancellation) =>
        {
            var plan = asked.GetValue(file) is { } from ? await ReadAsync(from, cancellation) : asked.GetValue(text)!;
            await using var house = await House.OpenAsync(cancellation);
            if (Meant(house, asked.GetValue(municipality)) is not { Known: true } whose)
            {
                await Console.Error.WriteLineAsync($"‘{asked.GetValue(municipality)}’ is niet één gemeente. Geef de code, bijvoorbeeld GM0363.");
                return CommandLine.WrongUse;
            }

            await house.LoadAsync(cancellation);
            var report = await house.Get<ICatalogue>().CheckAsync(plan, whose.Id, asked.GetValue(take), cancellation);
            FoundSolutions.Write(Console.Out, report, house.Get<IOrganisations>(), asked.GetValue(json));
            return CommandLine.Ok;
        });
        return command;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var stream = file.OpenRead();
        return await PlanDocument.ReadAsync(stream, file.Name, cancellation);
    }

    private static (bool Known, OrganisationId? Id) Meant(House house, string? name)
    {
        if (name is null)
            return (true, null);
        var organisations = house.Get<IOrganisations>();
        var match = organisations.Match(name, organisations.Today);
        return (match.Organisation is not null, match.Organisation?.Id);
    }
}
