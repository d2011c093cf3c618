using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Say yes or no to looking after a solution. Only for who was asked.</summary>
internal sealed class AnswerModel(CatalogueDb db, HandOverSolution handOver, IAccounts accounts, Words words) : FormPage
{
    public Handover Asked { get; private set; } = null!;

    public Solution Solution { get; private set; } = null!;

    /// <summary>Who asks.</summary>
    public string By { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        await handOver.AcceptAsync(Asked, Solution, Me, cancellation);
        Tell(words["Jij zorgt er nu voor. Dank je wel."]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    /// <summary>The button "Nee, liever niet".</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        await handOver.EndAsync(Asked, HandoverState.Declined, Me, cancellation);
        Tell(words["Je zei nee. Dat is ook een goed antwoord."]);
        return Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await (
            from asked in db.Handovers
            join solution in db.Solutions on asked.Solution equals solution.Id
            where asked.Id == id && asked.Person == Me.Id && asked.State == HandoverState.Asked
            select new { asked, solution }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return false;
        (Asked, Solution) = (found.asked, found.solution);
        By = (await accounts.PeopleAsync([Asked.ProposedBy], cancellation)).GetValueOrDefault(Asked.ProposedBy)?.Name ?? "";
        return true;
    }
}
