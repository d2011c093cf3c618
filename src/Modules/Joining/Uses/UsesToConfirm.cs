using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>On the personal page of a coordinator: how many uses wait for an answer. And the link to what the organisation uses.</summary>
internal sealed class UsesToConfirm(IAdoption adoption, IOrganisations organisations) : IPersonalSection
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (person.Organisation is not { } organisation || !person.Is(MembershipRole.Reader))
            return null;
        var soon = organisations.Today.AddMonths(StillTrueModel.MonthsAhead);
        var own = person.Is(MembershipRole.Coordinator) ? await adoption.OwnUsesToAnswerAsync(organisation, ToAnswer.Claims | ToAnswer.Lapsing, soon, cancellation) : [];
        return new("/Uses/_ToConfirm.cshtml", new ToConfirm(
            organisations.Find(organisation)?.Name ?? "", new(own.Count(use => use.Waits), own.Count(use => use.CountsUntil < soon))));
    }
}

/// <summary>What the section shows.</summary>
internal sealed record ToConfirm(string Organisation, UsesToAnswer Uses);

/// <summary>In the weekly mail to coordinators: the link to everything that must be confirmed again, and to what waits.</summary>
internal sealed class UsesInWeeklyMail(IAdoption adoption, IAccounts accounts, IOrganisations organisations, AnswerLink link) : IWeeklyQuestions
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeeklyQuestion>> AllAsync(DateOnly today, CancellationToken cancellation)
    {
        var toAnswer = await adoption.ToAnswerAsync(today.AddMonths(StillTrueModel.MonthsAhead), cancellation);
        var coordinators = await accounts.MembersAsync(toAnswer.Keys.ToList(), MembershipRole.Coordinator, cancellation);
        return [..
            from each in toAnswer
            let name = organisations.Find(each.Key)?.Name
            where name is not null
            from person in coordinators[each.Key]
            from question in Of(each.Key, name, each.Value, person.Id)
            select question];
    }

    private IEnumerable<WeeklyQuestion> Of(OrganisationId organisation, string name, UsesToAnswer uses, PersonId person)
    {
        const string question = "Jij bent coördinator. Klopt nog wat er over jullie gebruik staat?";
        if (uses.Lapsing > 0)
        {
            yield return new(
                person, question, uses.Lapsing, "Bevestig 1 gebruik van {1} opnieuw", "Bevestig {0} keer gebruik van {1} opnieuw", name, link.For(organisation, person));
        }

        if (uses.Claims > 0)
        {
            yield return new(
                person, question, uses.Claims, "1 melding over {1} wacht op antwoord", "{0} meldingen over {1} wachten op antwoord", name,
                "mijn/organisatie/gebruik/wacht");
        }
    }
}
