using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>An intention over the API: what a municipality wants to do.</summary>
internal sealed record IntentionItem(
    [property: Description("Het vaste, leesbare deel van het adres.")] string Slug,
    string Title,
    [property: Description("Wat ze van plan zijn.")] string Text,
    [property: Description("Wie dit wil gaan doen.")] OrganisationLink Organisation,
    [property: Description("Waar het staat: open, verlopen (expired), pilot of gestopt (stopped).")] IntentionState State,
    [property: Description("De eerste dag van de maand waarin ze willen starten, als dat bekend is.")] DateOnly? Start,
    [property: Description("De dag waarop het gedeeld werd.")] DateOnly Shared,
    [property: Description("De laatste dag waarop iemand zei dat ze dit nog willen.")] DateOnly LastConfirmed,
    [property: Description("Wie aansloot, de eerste voorop.")] IReadOnlyList<OrganisationLink> Joined);

/// <summary>What is asked about intentions.</summary>
internal sealed record IntentionParameters
{
    [FromQuery(Name = "q"), Description("Zoekwoorden; zonder komt alles.")]
    public string? Q { get; init; }

    [FromQuery(Name = "state"), Description("Alleen wat zo staat: open, expired, pilot of stopped.")]
    public string? State { get; init; }

    [FromQuery(Name = "pageSize"), Description("Hoeveel resultaten op een pagina, 1 tot en met 100; anders 20.")]
    public int? PageSize { get; init; }

    [FromQuery(Name = "cursor"), Description("Waar de pagina begint; neem hem over uit next of prev.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "fields"), Description("Welke velden u wilt, met komma's ertussen: slug,title.")]
    public string? Fields { get; init; }
}

/// <summary>Pages of intentions, from memory; the last shared first, or the best answer first.</summary>
internal sealed class IntentionLists(KnownIntentions intentions, IOrganisations organisations)
{
    private const int MaxQuestion = 200, MostFound = 1_000;

    public Results<Answer<Page<IntentionItem>>, InvalidInput> List(IntentionParameters asked, HttpRequest request)
    {
        var input = new Input();
        var (size, cursor) = (input.Size(asked.PageSize), input.Cursor(asked.Cursor));
        var fields = input.Fields(asked.Fields, CatalogueJson.Default.IntentionItem);
        var state = input.OneOf<IntentionState>("state", asked.State);
        if (asked.Q?.Length > MaxQuestion)
            input.Wrong("query", "q", "tooLong", $"Gebruik hoogstens {MaxQuestion} tekens.");
        if (!input.IsValid)
            return input.Problem;

        var found = string.IsNullOrWhiteSpace(asked.Q) ? intentions.All : intentions.Answering(asked.Q, isOpen: false, MostFound);
        var page = found.Where(card => state is null || card.Intention.State == state).ToList()
            .PageOf(card => card.Intention.Id, Show, cursor, size, request);
        return new Answer<Page<IntentionItem>>(page, CatalogueJson.Default.PageIntentionItem) { Fields = fields, Next = page.Next, Prev = page.Prev };
    }

    private IntentionItem Show(IntentionCard card) => new(
        card.Intention.Slug, card.Intention.Title, card.Text, Link(card.Intention.Organisation), card.Intention.State,
        card.Start, card.Intention.Shared, card.Confirmed, [.. card.Joined.Select(Link)]);

    private OrganisationLink Link(OrganisationId id) => OrganisationLink.Of(organisations.Find(id))!;
}
