using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Who looks after a solution: ask a colleague or another municipality, take it on, or lay it down.</summary>
internal sealed class HandingModel(
    CatalogueDb db, HandOverSolution handOver, AskTogether together, IAccounts accounts, IOrganisations organisations, Words words)
    : StewardshipPage(db)
{
    [BindProperty]
    public HandingForm Form { get; set; } = new();

    /// <summary>The municipality whose people can be chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? Slug { get; set; }

    public OrganisationSummary? Municipality { get; private set; }

    public IReadOnlyList<PersonSummary> People { get; private set; } = [];

    /// <summary>The questions that wait, with the name of who was asked.</summary>
    public IReadOnlyList<(StewardRole Role, string Name)> Waiting { get; private set; } = [];

    public bool IsMine => Solution.StewardPerson == Me.Id || Solution.DeputyPerson == Me.Id;

    public IEnumerable<Choice> Municipalities => organisations.Current.Select(each => new Choice(each.Slug, each.Name));

    public IReadOnlyList<Choice> Names => [.. People.Select(person => new Choice(person.Id.ToString(), person.Name))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadPeopleAsync(cancellation);
        var person = People.FirstOrDefault(each => each.Id.ToString() == Form.Person)
            ?? throw new RuleViolation(nameof(HandingForm.Person), "Kies iemand uit de lijst.");
        var isTheirs = await handOver.AskAsync(
            Solution, Form.Role == nameof(StewardRole.Deputy) ? StewardRole.Deputy : StewardRole.Steward, person.Id, Municipality?.Id, Me, cancellation);
        Tell(isTheirs ? words["Jij zorgt er nu voor. Dank je wel."] : words["We vroegen het aan {0}. Tot die ja zegt, verandert er niets.", person.Name]);
        return Redirect(PathOf());
    }

    /// <summary>The button "Ik stop ermee".</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellation)
    {
        if (!IsMine)
            return NotFound();
        await handOver.LeaveAsync(Solution, Me, cancellation);
        Tell(words["Je bent ermee gestopt. Bedankt voor het bijhouden."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.EditableBy(Me);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        List<WaitingHandover> waiting = [];
        await ReadPeopleAsync(cancellation, async services => waiting = await services.GetRequiredService<CatalogueDb>().Handovers
            .Where(each => each.Solution == Solution.Id && each.State == HandoverState.Asked)
            .Select(each => new WaitingHandover(each.Role, each.Person)).ToListAsync(cancellation));
        var names = await accounts.PeopleAsync([.. waiting.Select(each => each.Person)], cancellation);
        Waiting = [.. waiting.Where(each => names.ContainsKey(each.Person)).Select(each => (each.Role, names[each.Person].Name))];
    }

    private async Task ReadPeopleAsync(CancellationToken cancellation, params IReadOnlyCollection<Func<IServiceProvider, Task>> alongside)
    {
        Municipality = Slug is { Length: > 0 } slug ? organisations.FindBySlug(slug)
            : (Me.Organisation ?? Solution.Origin) is { } own ? organisations.Find(own) : null;
        IReadOnlyList<PersonSummary> contributors = [], coordinators = [];
        IEnumerable<Func<IServiceProvider, Task>> people = Municipality is not { } municipality ? [] :
        [
            async services => contributors = await services.GetRequiredService<IAccounts>()
                .MembersAsync(municipality.Id, MembershipRole.Contributor, cancellation),
            async services => coordinators = await services.GetRequiredService<IAccounts>()
                .MembersAsync(municipality.Id, MembershipRole.Coordinator, cancellation),
        ];
        await together.AllAsync([.. people, .. alongside], cancellation);
        People = [.. contributors.Concat(coordinators).DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.CurrentCulture)];
    }

    private sealed record WaitingHandover(StewardRole Role, PersonId Person);
}

/// <summary>Whom to ask, and for what.</summary>
internal sealed class HandingForm
{
    [Required(ErrorMessage = "Kies iemand uit de lijst.")]
    public string? Person { get; set; }

    [Required(ErrorMessage = "Kies beheerder of vervanger.")]
    public string? Role { get; set; } = nameof(StewardRole.Steward);
}
