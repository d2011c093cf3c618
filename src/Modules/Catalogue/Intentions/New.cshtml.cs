using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>A page with the questions about an intention.</summary>
internal interface IHasIntentionForm
{
    /// <summary>The answers.</summary>
    IntentionForm Form { get; }
}

/// <summary>Shares an intention; from a recorded check the text is filled in already.</summary>
internal sealed class NewModel(CatalogueDb db, IOrganisations organisations, Words words) : FormPage, IHasIntentionForm
{
    // Words of the site's own addresses cannot be the address of an intention.
    private static readonly string[] Taken = ["nieuw", "klopt-nog"];

    [BindProperty]
    public IntentionForm Form { get; set; } = new();

    /// <summary>The recorded check that it comes from.</summary>
    [BindProperty(SupportsGet = true, Name = "kijken")]
    public Guid? Check { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Form.Contact = Me.Name;
        if (Check is { } id && await db.Checks.AsNoTracking().VisibleTo(Me).Of(Me).SingleOrDefaultAsync(check => check.Id == id, cancellation) is { } check)
            (Form.Title, Form.Text) = (FirstWords(check.Text), Cut(check.Text, Intention.TextLength));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var content = Form.ToContent();
        if (Check is { } id && !await db.Checks.Of(Me).AnyAsync(check => check.Id == id, cancellation))
            Check = null;
        var intention = Intention.Share(
            await FreeSlugAsync(content.Title, cancellation), content, Me.Organisation!.Value, Me.Id, Check, organisations.Today);
        db.Intentions.Add(intention);
        db.Record(new IntentionShared(intention.Id, intention.Title), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Jullie voornemen staat op de site. Over een half jaar vragen we of jullie het nog willen."],
            Url.Content($"~/voornemens/{intention.Slug}/bewerken?handler=Withdraw"));
        return Redirect(Url.Content($"~/voornemens/{intention.Slug}"));
    }

    private async Task<string> FreeSlugAsync(string title, CancellationToken cancellation)
    {
        var wanted = Cut(Slug.From(title) is { Length: > 0 } slug ? slug : "voornemen", Intention.TitleLength).Trim('-');
        var used = (await db.Intentions.Where(each => each.Slug.StartsWith(wanted)).Select(each => each.Slug).ToListAsync(cancellation))
            .Concat(Taken).ToHashSet(StringComparer.Ordinal);
        return used.Contains(wanted) ? Enumerable.Range(2, used.Count).Select(number => $"{wanted}-{number}").First(each => !used.Contains(each)) : wanted;
    }

    private static string FirstWords(string text)
    {
        var sentence = text.Split(['.', '!', '?', '\n'], 2)[0].Trim();
        if (sentence.Length <= Intention.TitleLength)
            return sentence;
        var cut = sentence[..Intention.TitleLength];
        return cut[..Math.Max(cut.LastIndexOf(' '), 1)];
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
