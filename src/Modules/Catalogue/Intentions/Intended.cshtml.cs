using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>One intention: what they want, who wants it too, and how to join.</summary>
internal sealed class IntendedModel(CatalogueDb db, IOrganisations organisations, IAuthorizationService authorization, Words words) : PageModel
{
    public Intention Intention { get; private set; } = null!;

    public IReadOnlyList<Party> Parties { get; private set; } = [];

    /// <summary>The page of the pilot that it became.</summary>
    public string? PilotPath { get; private set; }

    public bool MayChange { get; private set; }

    public bool IsOurs => Reader?.Organisation is { } own && own == Intention.Organisation;

    public bool HasJoined => Parties.Any(party => party.IsOurs);

    public bool Withdrawn => Intention.Withdrawn is not null;

    public string Lead => Parties.Count switch
    {
        1 => words["{0} wil dit gaan doen en zoekt gemeenten die meedoen.", Parties[0].Organisation],
        var all => words.Count(all - 1, "{1} wil dit gaan doen, samen met 1 andere gemeente.", "{1} wil dit gaan doen, samen met {0} andere gemeenten.", Parties[0].Organisation),
    };

    public string? StateTitle => Intention.State switch
    {
        IntentionState.Expired => words["Dit is sinds {0} niet bevestigd.", Words.Day(Intention.Confirmed)],
        IntentionState.Pilot => words["Dit werd een pilot op {0}.", Words.Day(Intention.Ended!.Value)],
        IntentionState.Stopped => words["Ze stopten hiermee op {0}.", Words.Day(Intention.Ended!.Value)],
        _ => null,
    };

    private CurrentPerson? Reader => CurrentPerson.Of(User);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var own = Reader?.Organisation;
        var found = await db.Intentions.AsNoTracking()
            .Where(each => each.Slug == slug && (each.Withdrawn == null || (own != null && each.Organisation == own)))
            .Select(each => new
            {
                Intention = each,
                Joins = db.IntentionJoins.Where(join => join.Intention == each.Id).OrderBy(join => join.On).ToList(),
                Pilot = db.Solutions.Where(solution => solution.Id == each.Pilot).Select(solution => solution.Slug).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
            return NotFound();
        Intention = found.Intention;
        PilotPath = found.Pilot is { } pilot ? Url.Content($"~/oplossingen/{pilot}") : null;
        Parties =
        [
            Of(Intention.Organisation, Intention.Contact, Intention.Mailbox, null),
            .. found.Joins.Select(join => Of(join.Organisation, join.Contact, "", join.On)),
        ];
        MayChange = IsOurs && (await authorization.AuthorizeAsync(User, CataloguePolicies.Intend)).Succeeded;
        return Page();
    }

    private Party Of(OrganisationId id, string contact, string mailbox, DateOnly? joined)
    {
        var organisation = organisations.Find(id);
        return new(organisation?.Name ?? "", organisation?.Path, contact, mailbox, joined, id == Reader?.Organisation);
    }
}

/// <summary>Who wants it, and whom to call there.</summary>
internal sealed record Party(string Organisation, string? Path, string Contact, string Mailbox, DateOnly? Joined, bool IsOurs);
