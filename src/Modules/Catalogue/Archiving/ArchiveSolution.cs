using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Archiving;

/// <summary>Ends a solution and tells who uses it or looks after it; and brings one back.</summary>
internal sealed class ArchiveSolution(CatalogueDb db, TellUsers tell, IOrganisations organisations, Words words)
{
    /// <summary>Ends it, in favour of another or for a reason.</summary>
    public async Task RunAsync(
        Solution solution, SolutionCard? successor, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        var today = organisations.Today;
        solution.Archive(successor?.Id, reason, today);
        AddMoment(solution, $"Gestopt{(successor is null ? "" : $", ten gunste van ‘{successor.Title}’")}. {reason}".Trim(), today);
        db.Record(new SolutionArchived(solution.Id, successor?.Id, reason), by.Actor);
        await tell.SendAsync(solution, by, name => (
            words["{0} is gestopt", solution.Title],
            string.Join("\n\n", new[]
            {
                words["Hallo {0},", name],
                words["De oplossing “{0}” is gestopt. Je krijgt deze mail omdat jullie haar gebruiken, of omdat jij ervoor zorgt.", solution.Title],
                reason,
                successor is null ? "" : words["Gebruik in plaats hiervan: {0}", successor.Title] + "\n" + tell.AddressOf(successor.Slug),
                words["De pagina blijft staan:"] + "\n" + tell.AddressOf(solution.Slug),
            }.Where(part => part.Length > 0))), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Puts it back on the wall.</summary>
    public async Task UndoAsync(Solution solution, CurrentPerson by, CancellationToken cancellation)
    {
        solution.BringBack();
        AddMoment(solution, "Weer terug op de muur.", organisations.Today);
        db.Record(new SolutionBroughtBack(solution.Id), by.Actor);
        await tell.SendAsync(solution, by, name => (
            words["{0} gaat toch door", solution.Title],
            words[
                "Hallo {0},\n\nDe oplossing “{1}” staat weer op de muur. Je hoeft niets te doen.\n\n{2}",
                name, solution.Title, tell.AddressOf(solution.Slug)]), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private void AddMoment(Solution solution, string text, DateOnly today) =>
        db.Moments.Add(new SolutionMoment(Guid.CreateVersion7(), solution.Id, today, text));
}
