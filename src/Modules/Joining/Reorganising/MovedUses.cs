using Parelmuur.Adoption;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Reorganising;

/// <summary>On the page of a municipality: which uses came along in a reorganisation, where they went, and what still waits for a person.</summary>
/// <remarks>All of it from memory, and without what is hidden.</remarks>
internal sealed class MovedUses(IAdoption adoption, IOrganisations organisations) : IMunicipalitySection
{
    public int Order => 15;

    public Task<MunicipalitySection?> ForAsync(Municipality municipality, CancellationToken cancellation)
    {
        var came = adoption.UsesBy(municipality.Id).Select(use => use.Use.Origin).OfType<UseOrigin>()
            .CountBy(origin => origin).Select(each => new MovedLine(Name(each.Key.Predecessor), each.Key.On, each.Value)).ToList();
        var successors = municipality.ValidUntil is null ? [] : organisations.SuccessorsOn(municipality.Id, organisations.Today).Where(each => each.Id != municipality.Id).ToList();
        var went = successors
            .Select(next => new MovedLine(next.Summary, municipality.ValidUntil!.Value, adoption.UsesBy(next.Id).Count(use => use.Use.Origin?.Predecessor == municipality.Id)))
            .Where(each => each.Uses > 0).ToList();
        var waits = successors.Count > 1 ? adoption.UsesBy(municipality.Id).Count : 0;
        return Task.FromResult(came.Count + went.Count + waits == 0 ? null : new MunicipalitySection(
            "/Reorganising/_Moved.cshtml",
            new MovedShown([.. came.Where(each => each.Other is not null).OrderBy(each => each.On).ThenBy(each => each.Other!.Slug, StringComparer.Ordinal)], went, waits, [.. successors.Select(each => each.Name)])));
    }

    private OrganisationSummary? Name(OrganisationId id) => organisations.Find(id);
}

/// <summary>What the section shows.</summary>
/// <param name="Came">What came from municipalities that ended.</param>
/// <param name="Went">What went to those that carry on.</param>
/// <param name="Waits">How much waits until those say whether they go on with it.</param>
/// <param name="Successors">Who they are.</param>
internal sealed record MovedShown(IReadOnlyList<MovedLine> Came, IReadOnlyList<MovedLine> Went, int Waits, IReadOnlyList<string> Successors);

/// <summary>Uses that moved between two municipalities.</summary>
/// <param name="Other">The other one.</param>
/// <param name="On">When.</param>
/// <param name="Uses">How many.</param>
internal sealed record MovedLine(OrganisationSummary? Other, DateOnly On, int Uses);
