using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Audit;

/// <summary>Names people for who reads the ledger.</summary>
internal sealed class NamesOfPeople(IAccounts accounts) : ISubjectNames
{
    /// <inheritdoc/>
    public string Subject => "Person";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        (await accounts.PeopleAsync([.. ids.Select(PersonId.From)], cancellation))
            .ToDictionary(each => each.Key.Value, each => new SubjectName(each.Value.Name));
}

/// <summary>Names organisations for who reads the ledger.</summary>
internal sealed class NamesOfOrganisations(IOrganisations organisations) : ISubjectNames
{
    /// <inheritdoc/>
    public string Subject => "Organisation";

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<Guid, SubjectName>>(ids.Select(id => organisations.Find(OrganisationId.From(id))).OfType<OrganisationSummary>()
            .ToDictionary(each => each.Id.Value, each => new SubjectName(each.Name, each.Path)));
}
