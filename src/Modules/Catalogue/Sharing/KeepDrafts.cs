using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>Keeps drafts, so that nothing typed is lost and two windows never overwrite each other unseen.</summary>
internal sealed class KeepDrafts(CatalogueDb db, TimeProvider time)
{
    private static readonly TimeSpan PutBackWithin = TimeSpan.FromDays(30), WaitsForSignIn = TimeSpan.FromDays(1);

    /// <summary>The drafts of a person, the last changed first.</summary>
    public async Task<IReadOnlyList<Draft>> OfAsync(PersonId writer, CancellationToken cancellation) =>
        await db.Drafts.AsNoTracking().Where(draft => draft.Writer == writer && draft.SharedIn == null)
            .OrderByDescending(draft => draft.Changed).ToListAsync(cancellation);

    /// <summary>A draft of this person; null when it does not exist or is of somebody else.</summary>
    public Task<Draft?> FindAsync(Guid id, PersonId writer, CancellationToken cancellation) =>
        db.Drafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.Writer == writer, cancellation);

    /// <summary>Saves what was typed, unless another window saved something else in between.</summary>
    /// <returns>Null when there is no such draft of this person.</returns>
    public async Task<KeptDraft?> KeepAsync(CurrentPerson writer, OpenDraft open, GemForm form, CancellationToken cancellation)
    {
        if (open.Concept is not { } id)
            return form.IsEmpty ? new(null, 0, null) : await StartAsync(writer.Id, writer.Actor, open, form, cancellation);

        var (content, now) = (Draft.Write(form), time.GetUtcNow());
        // One statement that looks and writes; the ledger hears of a draft when it begins, not at every few words.
        var saved = await db.Drafts
            .Where(draft => draft.Id == id && draft.Writer == writer.Id && draft.SharedIn == null
                && (draft.Version == open.Version || draft.LastWindow == open.Window))
            .ExecuteUpdateAsync(
                set => set.SetProperty(draft => draft.Content, content)
                    .SetProperty(draft => draft.Version, draft => draft.Version + 1)
                    .SetProperty(draft => draft.LastWindow, open.Window)
                    .SetProperty(draft => draft.Changed, now)
                    .SetProperty(draft => draft.ThrownAway, (DateTimeOffset?)null),
                cancellation);
        var stored = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == id && draft.Writer == writer.Id, cancellation);
        return stored switch
        {
            null => null,
            // What goes on being typed after sharing, in a window that was left open, becomes a draft of its own.
            { SharedIn: not null } => stored.Content == content ? new(id, stored.Version, null)
                : await StartAsync(writer.Id, writer.Actor, open, form, cancellation),
            _ => new(id, stored.Version, saved == 0 && stored.Content != content ? stored.Form : null),
        };
    }

    /// <summary>Keeps a text of somebody who is not signed in. Only who holds the id can reach it, for a day.</summary>
    public async Task<Guid> KeepForSignInAsync(GemForm form, CancellationToken cancellation)
    {
        var tooOld = time.GetUtcNow() - WaitsForSignIn;
        await db.Drafts.Where(draft => draft.Writer == null && draft.Changed < tooOld).ExecuteDeleteAsync(cancellation);
        return (await StartAsync(null, new Actor("bezoeker"), new(null, 0, Guid.Empty), form, cancellation)).Concept!.Value;
    }

    /// <summary>Gives a text that was typed before signing in to its writer.</summary>
    /// <param name="waiting">Where the text waits.</param>
    /// <param name="continued">The draft that it goes on with, if it was one.</param>
    /// <param name="writer">Who signed in.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The draft that holds it now; null when it does not wait any more.</returns>
    public async Task<Guid?> TakeAsync(Guid waiting, OpenDraft continued, CurrentPerson writer, CancellationToken cancellation)
    {
        if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == waiting && draft.Writer == null, cancellation) is not { } text)
            return null;
        var earlier = continued.Concept is { } id ? await FindAsync(id, writer.Id, cancellation) : null;
        // Only over the text that it began with; anything else stays beside it as a draft of its own.
        var draft = earlier is { SharedIn: null } && (earlier.Version == continued.Version || earlier.LastWindow == continued.Window)
            ? earlier : text;
        draft.Take(text.Form, writer.Id, time.GetUtcNow());
        if (draft != text)
            db.Drafts.Remove(text);
        db.Record(new DraftTaken(draft.Id), writer.Actor);
        await db.SaveChangesAsync(cancellation);
        return draft.Id;
    }

    /// <summary>Puts a draft aside; what was put aside long ago goes for good.</summary>
    public async Task ThrowAwayAsync(Draft draft, CurrentPerson writer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var tooOld = now - PutBackWithin;
        await db.Drafts.Where(each => each.Writer == writer.Id && each.ThrownAway < tooOld).ExecuteDeleteAsync(cancellation);
        draft.ThrowAway(now);
        db.Record(new DraftThrownAway(draft.Id), writer.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Puts a draft back on the list.</summary>
    public async Task PutBackAsync(Draft draft, CurrentPerson writer, CancellationToken cancellation)
    {
        draft.PutBack();
        db.Record(new DraftPutBack(draft.Id), writer.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<KeptDraft> StartAsync(
        PersonId? writer, Actor actor, OpenDraft open, GemForm form, CancellationToken cancellation)
    {
        var draft = Draft.Start(writer, form, open.Window, time.GetUtcNow());
        db.Drafts.Add(draft);
        db.Record(new DraftStarted(draft.Id), actor);
        await db.SaveChangesAsync(cancellation);
        return new(draft.Id, draft.Version, null);
    }
}

/// <summary>The draft as a window has it open.</summary>
/// <param name="Concept">Which draft; null while nothing was saved.</param>
/// <param name="Version">The version that the window shows.</param>
/// <param name="Window">The window itself.</param>
internal sealed record OpenDraft(Guid? Concept, int Version, Guid Window)
{
    /// <summary>The names of the hidden fields that carry it.</summary>
    public const string ConceptField = "concept", VersionField = "versie", WindowField = "venster";

    /// <summary>A window that opens a draft, or begins a new one.</summary>
    public static OpenDraft Of(Draft? draft) => new(draft?.Id, draft?.Version ?? 0, Guid.NewGuid());

    /// <summary>As a form posts it; what cannot be read counts as new.</summary>
    public static OpenDraft Read(IFormCollection form) => new(
        Guid.TryParse(form[ConceptField], out var concept) ? concept : null,
        int.TryParse(form[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        Guid.TryParse(form[WindowField], out var window) ? window : Guid.NewGuid());
}

/// <summary>What became of a save.</summary>
/// <param name="Concept">The draft; null when there was nothing to save.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Other">What another window saved in between. Then nothing was overwritten.</param>
internal sealed record KeptDraft(Guid? Concept, int Version, GemForm? Other);
