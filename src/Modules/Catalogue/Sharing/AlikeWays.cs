using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>A page that shows what is alike, with the ways out: that is the one I mean, we use that too.</summary>
internal abstract class AlikeWays(
    ICatalogue catalogue, IAdoption adoption, IOrganisations organisations, IAuthorizationService authorization, Words words) : FormPage
{
    /// <summary>"Ik bedoel dit": to the page of that solution; the draft stays until it is thrown away.</summary>
    public async Task<IActionResult> OnPostSameAsync([FromForm(Name = "oplossing")] Guid solution, CancellationToken cancellation)
    {
        if (await FindAsync(new(solution), cancellation) is not { } found)
            return NotFound();
        await KeepAsync(cancellation);
        Tell(words["Je tekst is bewaard als concept. Je vindt hem op Mijn Parelmuur."]);
        return LocalRedirect(PathOf(found));
    }

    /// <summary>"Wij gebruiken dit ook": the organisation of the person becomes a user.</summary>
    public async Task<IActionResult> OnPostUseAsync([FromForm(Name = "oplossing")] Guid solution, CancellationToken cancellation)
    {
        if (await FindAsync(new(solution), cancellation) is not { } found || !await MayShareAsync())
            return NotFound();
        if (found.Status == SolutionStatus.Archived)
            throw new RuleViolation("", "Dit is gestopt. Aansluiten kan niet meer.");
        await KeepAsync(cancellation);
        var confirms = Me.Is(MembershipRole.Coordinator);
        var outcome = await adoption.StateOwnUseAsync(found.Id, Me.Organisation!.Value, confirms, organisations.Today, Me.Actor, cancellation);
        Tell(outcome.Trouble is { } trouble ? $"{words[trouble]} {words["Je tekst is bewaard als concept."]}"
            : confirms
            ? words["Jullie staan nu bij de gebruikers. Je tekst is bewaard als concept."]
            : words["Jullie staan nu bij de gebruikers. Je coördinator kan het nog bevestigen. Je tekst is bewaard als concept."]);
        return LocalRedirect(PathOf(found));
    }

    /// <summary>Keeps what the page holds beside the draft, before the reader leaves it.</summary>
    protected virtual Task KeepAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Whether the reader may share for an organisation.</summary>
    protected async Task<bool> MayShareAsync() => (await authorization.AuthorizeAsync(User, CataloguePolicies.Share)).Succeeded;

    private async Task<SolutionCard?> FindAsync(SolutionId solution, CancellationToken cancellation) =>
        (await catalogue.CardsAsync([solution], cancellation)).GetValueOrDefault(solution) is { Status: not SolutionStatus.Draft } card ? card : null;

    private string PathOf(SolutionCard solution) => Url.Content($"~/oplossingen/{solution.Slug}");
}
