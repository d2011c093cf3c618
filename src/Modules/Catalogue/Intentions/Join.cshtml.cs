using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>Another organisation joins an intention, or leaves it again.</summary>
internal sealed class JoinModel(CatalogueDb db, TellContact tell, IOrganisations organisations, Words words) : IntentionPage(db)
{
    [BindProperty]
    public JoinForm Form { get; set; } = new();

    public void OnGet() => Form.Contact = Me.Name;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var own = Me.Organisation!.Value;
        if (Intention.Organisation == own)
            throw new RuleViolation("", "Dit voornemen is van jullie zelf.");
        if (Intention.State != IntentionState.Open)
            throw new RuleViolation("", "Dit voornemen loopt niet meer. Leg zelf een voornemen vast.");
        if (await FindAsync(cancellation) is not null)
            throw new RuleViolation("", "Jullie doen al mee.");
        var join = new IntentionJoin(Intention.Id, own, Me.Id, Lines.Clean(Form.Contact), organisations.Today);
        Db.IntentionJoins.Add(join);
        await tell.OfJoinAsync(Intention, join, Me, cancellation);
        await SaveAsync(new IntentionJoined(Intention.Id, own), cancellation);
        Tell(words["Jullie doen mee. Bel {0} om samen te beginnen.", Intention.Contact], PathOf("/aansluiten?handler=Leave"));
        return Redirect(PathOf());
    }

    /// <summary>"Doe niet meer mee", and "maak ongedaan".</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } join)
            return NotFound();
        Db.IntentionJoins.Remove(join);
        await SaveAsync(new IntentionLeft(Intention.Id, join.Organisation), cancellation);
        Tell(words["Jullie doen niet meer mee."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Intention> Mine(IQueryable<Intention> intentions) => intentions.Where(each => each.Withdrawn == null);

    private Task<IntentionJoin?> FindAsync(CancellationToken cancellation)
    {
        var own = Me.Organisation!.Value;
        return Db.IntentionJoins.SingleOrDefaultAsync(join => join.Intention == Intention.Id && join.Organisation == own, cancellation);
    }
}

/// <summary>Whom to call at who joins.</summary>
internal sealed class JoinForm
{
    [Required(ErrorMessage = "Vul in wie een collega kan bellen.")]
    [MaxLength(Intention.ContactLength, ErrorMessage = "Houd de naam korter: hoogstens 100 tekens.")]
    public string? Contact { get; set; }
}
