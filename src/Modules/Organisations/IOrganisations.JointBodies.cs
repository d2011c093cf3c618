using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Organisations;

/// <summary>Which municipalities take part in which joint bodies on one day.</summary>
/// <remarks>A municipality that ended is here as the one that carries on its work; after a split a person adds who goes on.</remarks>
public sealed class JointBodyMembers
{
    private readonly ILookup<OrganisationId, TakesPart> members, jointBodies;

    internal JointBodyMembers(IEnumerable<TakesPart> all)
    {
        var once = all.GroupBy(each => (each.JointBody, each.Municipality)).Select(same => same.MinBy(each => each.From)!).ToList();
        members = once.ToLookup(each => each.JointBody);
        jointBodies = once.ToLookup(each => each.Municipality);
    }

    /// <summary>Who takes part; empty for any other kind of organisation.</summary>
    public IEnumerable<TakesPart> Of(OrganisationId jointBody) => members[jointBody];

    /// <summary>Whether anybody takes part.</summary>
    public bool Has(OrganisationId jointBody) => members.Contains(jointBody);

    /// <summary>In which a municipality takes part.</summary>
    public IEnumerable<TakesPart> JointBodiesOf(OrganisationId municipality) => jointBodies[municipality];
}

/// <summary>A municipality takes part in a joint body.</summary>
/// <param name="JointBody">The joint body.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="From">Since when.</param>
public sealed record TakesPart(OrganisationId JointBody, OrganisationId Municipality, DateOnly From);

/// <summary>Something changed in who takes part in a joint body.</summary>
public abstract record JointBodyEvent(OrganisationId JointBody, OrganisationId Municipality) : LedgerEvent(JointBody.Value)
{
    /// <inheritdoc/>
    public override string Subject => OrganisationAdded.SubjectName;
}

/// <summary>A municipality takes part in a joint body from a day on.</summary>
[Told("Gemeente doet mee in samenwerkingsverband")]
public sealed record MunicipalityTookPart(OrganisationId JointBody, OrganisationId Municipality, DateOnly From)
    : JointBodyEvent(JointBody, Municipality);

/// <summary>A municipality no longer takes part in a joint body from a day on.</summary>
[Told("Gemeente doet niet meer mee in samenwerkingsverband")]
public sealed record MunicipalityLeft(OrganisationId JointBody, OrganisationId Municipality, DateOnly Until)
    : JointBodyEvent(JointBody, Municipality);
