using System.CommandLine;
using System.Globalization;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur reorganise: herindelingen.</summary>
internal static class ReorganiseCommand
{
    private const string Format = "yyyy-MM-dd";

    public static Command Make()
    {
        var date = new Option<string?>("--date") { Description = "De herindelingen die op deze dag waren ingegaan; anders vandaag.", HelpName = "jjjj-mm-dd" };
        var look = new Option<bool>("--dry-run") { Description = "Toont wat er zou veranderen, en verandert niets." };
        var command = new Command("reorganise", "Laat gebruik en rollen van gemeenten die ophielden zien bij wie het werk voortzet.") { date, look };
        date.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Day(text) is null)
                result.AddError("datum");
        });
        command.SetAction(async (asked, cancellation) =>
        {
            await using var house = await House.OpenAsync(cancellation);
            var organisations = house.Get<IOrganisations>();
            var on = Day(asked.GetValue(date)) ?? organisations.Today;
            var onlyLook = asked.GetValue(look);
            if (on > organisations.Today && !onlyLook)
            {
                await Console.Error.WriteLineAsync("Die dag moet nog komen. Bekijk met --dry-run wat er dan verandert.");
                return CommandLine.WrongUse;
            }

            Actor? actor = onlyLook ? null : new("herindelingen");
            var roles = await house.Get<IAccounts>().ReorganiseAsync(on, actor, cancellation);
            var uses = (await house.Get<IAdoption>().ReorganiseAsync(on, actor, cancellation)).ToDictionary(each => each.Predecessor.Id);
            Write(Console.Out, organisations, on, uses.ToDictionary(each => each.Key, each => each.Value.Uses), roles, onlyLook);
            return CommandLine.Ok;
        });
        return command;
    }

    private static void Write(
        TextWriter output, IOrganisations organisations, DateOnly on, Dictionary<OrganisationId, int> uses, IReadOnlyDictionary<OrganisationId, int> roles, bool look)
    {
        var ended = uses.Keys.Union(roles.Keys).Select(organisations.FindMunicipality).OfType<Municipality>()
            .OrderBy(each => each.ValidUntil).ThenBy(each => each.Code).ToList();
        if (ended.Count == 0)
        {
            output.WriteLine("Er is niets dat nog bij een ander moet staan.");
            return;
        }

        output.WriteLine(look ? "Dit zou veranderen:" : "Dit is veranderd:");
        output.WriteLine($"{"Vanaf",-12}{"Gemeente",-26}{"Gebruik",8}{"Rollen",8}  Naar");
        foreach (var each in ended)
        {
            var successors = organisations.SuccessorsOn(each.Id, on);
            output.WriteLine(
                $"{each.ValidUntil!.Value.ToString(Format, CultureInfo.InvariantCulture),-12}{each.Name,-26}{uses.GetValueOrDefault(each.Id),8}{roles.GetValueOrDefault(each.Id),8}  "
                + string.Join(", ", successors.Select(next => next.Name)) + (successors.Count > 1 ? " (elk beslist zelf)" : ""));
        }
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
