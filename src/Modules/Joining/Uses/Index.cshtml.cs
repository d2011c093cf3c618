using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>What the organisation uses, for its own people; a supplier sees who confirmed that it uses its products.</summary>
internal sealed class UsesModel(
    IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, IAuthorizationService authorization, UsersOfProducts products) : FormPage
{
    private const int PageSize = 50, TextLength = 200;

    private IReadOnlyList<AskedUse> found = [];

    /// <summary>Words in the title.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Which uses; see <see cref="Shows"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "stand")]
    public string? Standing { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public string? PageAsked { get; set; }

    public string Organisation => organisations.Find(Me.Organisation!.Value)?.Name ?? "";

    /// <summary>Who carries on, when this municipality ended.</summary>
    public IReadOnlyList<string> Successors => organisations.FindMunicipality(Me.Organisation!.Value) is { ValidUntil: { } end } ended && end <= organisations.Today
        ? [.. organisations.SuccessorsOn(ended.Id, organisations.Today).Select(each => each.Name)] : [];

    /// <summary>The uses on this page of the list.</summary>
    public IEnumerable<AskedUse> Shown => found.Skip((Number - 1) * PageSize).Take(PageSize);

    public int Total => found.Count;

    /// <summary>Of these what the organisation itself said that it uses.</summary>
    public int InUse => found.Count(each => each.Use is { State: UseState.Active, Waits: false });

    /// <summary>Of these what it itself planned.</summary>
    public int Planned => found.Count(each => each.Use is { State: UseState.Planned, Waits: false });

    /// <summary>Of these what others stated and it did not answer yet.</summary>
    public int Waiting => found.Count(each => each.Use.Waits);

    public int Number => Math.Clamp(int.TryParse(PageAsked, out var asked) ? asked : 1, 1, Pages);

    public int Pages => Math.Max(1, (found.Count + PageSize - 1) / PageSize);

    /// <summary>How many wait for an answer, and how many must be confirmed again.</summary>
    public UsesToAnswer ToAnswer { get; private set; } = new(0, 0);

    /// <summary>Whether the reader may answer.</summary>
    public bool MayKeep { get; private set; }

    /// <summary>Who uses the products of this supplier; null for any other organisation.</summary>
    public IReadOnlyList<UserOfProduct>? Users { get; private set; }

    public static IReadOnlyList<Choice> Standings { get; } =
    [
        new("", "In gebruik en gepland"),
        new("wacht", "Wacht op een antwoord"),
        new("interesse", "Wil meer weten"),
        new("gestopt", "Gestopt"),
        new("afgewezen", "Afgewezen"),
        new("verborgen", "Verborgen voor anderen"),
        new("alles", "Alles"),
    ];

    /// <summary>The address of a page of the list.</summary>
    public string To(int number) => Url.Page("/Uses/Index", new { q = Text, stand = Standing, pagina = number })!;

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var organisation = Me.Organisation!.Value;
        MayKeep = (await authorization.AuthorizeAsync(User, JoiningPolicies.Keep)).Succeeded;
        if (organisations.Find(organisation)?.Kind == OrganisationKind.Supplier)
        {
            Users = await products.OfAsync(organisation, cancellation);
            return;
        }

        var own = await adoption.OwnUsesAsync(organisation, cancellation);
        var cards = await catalogue.CardsAsync([.. own.Select(use => use.Solution)], cancellation);
        var soon = organisations.Today.AddMonths(StillTrueModel.MonthsAhead);
        ToAnswer = new(own.Count(use => use.Waits && cards.ContainsKey(use.Solution)), own.Count(use => use.CountsUntil < soon && cards.ContainsKey(use.Solution)));
        var text = (Text ?? "").Trim() is { Length: <= TextLength } asked ? asked : "";
        found = [.. own.Where(use => Shows(use) && cards.ContainsKey(use.Solution)).Select(use => new AskedUse(use, cards[use.Solution]))
            .Where(use => Fold.Text(use.Card!.Title).Contains(Fold.Text(text), StringComparison.Ordinal))
            .OrderBy(use => use.Card!.Title, StringComparer.CurrentCultureIgnoreCase)];
    }

    private bool Shows(OwnUse use) => Standing switch
    {
        "wacht" => use.Waits,
        "interesse" => use is { RejectedOn: null, State: UseState.Interested },
        "gestopt" => use is { RejectedOn: null, State: UseState.Ended },
        "afgewezen" => use.RejectedOn is not null,
        "verborgen" => use.Details.Hidden,
        "alles" => true,
        _ => use is { RejectedOn: null, State: UseState.Active or UseState.Planned },
    };
}
