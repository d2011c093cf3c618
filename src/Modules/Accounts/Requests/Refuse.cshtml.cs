using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Members;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Requests;

/// <summary>Do not let a person in, with the reason. For coordinators, and for platform managers where there is none.</summary>
internal sealed class RefuseModel(AccountsDb db, DecideMembership decide, IOrganisations organisations, Words words) : FormPage
{
    private Membership? request;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string Role => RoleWords.InSentence(words, request!.Role);

    public string Organisation => organisations.Find(request!.Organisation)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } found)
            return NotFound();
        await decide.DecideAsync(found, approve: false, Form.Reason, Me, cancellation);
        Tell(words["Je besluit is bewaard. De aanvrager krijgt een mail met je reden."]);
        return RedirectToPage(Me.Is(MembershipRole.Coordinator) && found.Organisation == Me.Organisation ? "/Members/Index" : "/Platform/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } found)
            Name = await db.People.Where(each => each.Id == found.Person).Select(each => each.FullName).SingleAsync(cancellation);
    }

    private async Task<Membership?> FindAsync(CancellationToken cancellation) =>
        request ??= await db.FindToDecideAsync(Id, Me, cancellation);
}
