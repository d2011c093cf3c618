using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Members;

/// <summary>End the role of a colleague. Asks first, and for the reason; it can be undone for a day.</summary>
internal sealed class EndModel(AccountsDb db, DecideMembership decide, Words words) : FormPage
{
    private Membership? membership;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string Role => RoleWords.InSentence(words, membership!.Role);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
            return NotFound();
        return found.Person == Me.Id ? RedirectToPage("/Memberships/Leave", new { Id }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
            return NotFound();
        await decide.EndAsync(found, Form.Reason, Me, cancellation);
        Tell(words["De rol is gestopt. Je kunt dit een dag lang ongedaan maken."]);
        return RedirectToPage("/Members/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } found)
            Name = await db.People.Where(each => each.Id == found.Person).Select(each => each.FullName).SingleAsync(cancellation);
    }

    private async Task<Membership?> FindAsync(CancellationToken cancellation) => membership ??= await db.Memberships.SingleOrDefaultAsync(
        each => each.Id == Id && each.Organisation == Me.Organisation && each.State == MembershipState.Approved, cancellation);
}

/// <summary>Why not, or why no more.</summary>
internal sealed class ReasonForm
{
    [Required(ErrorMessage = "Schrijf waarom. Je collega leest dit in de mail.")]
    [StringLength(Membership.ReasonLength, ErrorMessage = "Maak de reden korter: hoogstens 500 tekens.")]
    public string Reason { get; set; } = "";
}
