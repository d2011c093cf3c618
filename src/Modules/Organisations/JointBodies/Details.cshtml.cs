using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>Who takes part in a joint body, for everyone.</summary>
internal sealed class DetailsModel(JointBodyList list) : PageModel
{
    public OrganisationSummary JointBody { get; private set; } = null!;

    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    public IActionResult OnGet(string slug)
    {
        if (list.Find(slug) is not { } found)
            return NotFound();
        (JointBody, Members) = (found, list.MembersOf(found));
        return Page();
    }
}
