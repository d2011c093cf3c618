using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>A recorded check: for the members of its organisation, and for everyone once it is public.</summary>
[OutputCache(NoStore = true)]
internal class CheckModel(ReadCheck read, IAuthorizationService authorization, Words words) : PageModel
{
    /// <summary>The check; null when it was public once and is no longer.</summary>
    public CheckDetails? Details { get; private set; }

    /// <summary>Whether the reader may change it.</summary>
    public bool MayChange { get; private set; }

    public bool IsOurs => Details?.IsOf(CurrentPerson.Of(User)) == true;

    /// <summary>The heading: what they do.</summary>
    public string Heading => Details switch
    {
        null => words["Deze keuze is niet meer openbaar"],
        { Check.Outcome: CheckOutcome.Join, Chosen: { } chosen } => words["We sluiten aan bij {0}", chosen.Title],
        { Check.Outcome: CheckOutcome.Adapt, Chosen: { } chosen } => words["We gebruiken {0} en passen iets aan", chosen.Title],
        { Check.Outcome: var outcome } => words[outcome.Text()],
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Details = await read.FindAsync(id, CurrentPerson.Of(User), cancellation);
        if (Details is null)
        {
            if (!await read.WasPublicAsync(id, cancellation))
                return NotFound();
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        MayChange = IsOurs && (await authorization.AuthorizeAsync(User, CataloguePolicies.Record)).Succeeded;
        return Page();
    }
}

/// <summary>The same on paper.</summary>
internal sealed class PrintModel(ReadCheck read, IAuthorizationService authorization, Words words) : CheckModel(read, authorization, words);
