using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Memberships;

/// <summary>Stop a role of one's own, or take back a request. Asks first, and says what it means.</summary>
internal sealed class LeaveModel(AccountsDb db, DecideMembership decide, IOrganisations organisations, Words words) : FormPage
{
    private Membership? membership;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Organisation => organisations.Find(membership!.Organisation)?.Name ?? "";

    public string Role => RoleWords.InSentence(words, membership!.Role);

    public bool Waits => membership!.State == MembershipState.Requested;

    /// <summary>Whether nobody is left who can let people in.</summary>
    public bool IsLastCoordinator { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } mine)
            return NotFound();
        await decide.EndAsync(mine, "", Me, cancellation);
        Tell(words["Je bent geen {0} meer bij {1}.", Role, Organisation]);
        return RedirectToPage("/Memberships/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (membership is { Role: MembershipRole.Coordinator, State: MembershipState.Approved })
        {
            IsLastCoordinator = !await db.Coordinators().AnyAsync(
                each => each.Organisation == membership.Organisation && each.Person != Me.Id, cancellation);
        }
    }

    private async Task<Membership?> FindAsync(CancellationToken cancellation) => membership = await db.Memberships.SingleOrDefaultAsync(
        each => each.Id == Id && each.Person == Me.Id
            && (each.State == MembershipState.Requested || each.State == MembershipState.Approved),
        cancellation);
}
