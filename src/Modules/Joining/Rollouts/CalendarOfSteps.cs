using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>The steps that a person, or nobody yet, has to do before a day, as a calendar (RFC 5545).</summary>
internal sealed class CalendarOfSteps(JoiningDb db, IAccounts accounts, ICatalogue catalogue, IOrganisations organisations, Words words)
{
    private const int Shown = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/agenda/{code}.ics", GetAsync)
        .RequireAuthorization(JoiningPolicies.Read)
        .WithMetadata(new OutputCacheAttribute { NoStore = true })
        .ExcludeFromDescription();

    /// <summary>The calendar at an address; null when the address is not, or no longer, one of a member.</summary>
    /// <param name="code">The secret part of the address.</param>
    /// <param name="root">The address of the site.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> ReadAsync(string code, string root, CancellationToken cancellation)
    {
        if (await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(each => each.Code == code, cancellation) is not { } feed
            || !await IsMemberAsync(feed, cancellation))
            return null;
        var (me, lineage) = ((PersonId?)feed.Person, organisations.Lineage(feed.Organisation));
        var steps = await db.Rollouts.AsNoTracking()
            .Where(rollout => lineage.Contains(rollout.Organisation) && rollout.Finished == null && rollout.Stopped == null)
            .SelectMany(
                rollout => rollout.Steps.Where(step => step.Due != null && (step.Assigned == me || step.Assigned == null)
                    && (step.State == StepState.Todo || step.State == StepState.Doing)),
                (rollout, step) => new { rollout.Id, rollout.Solution, Step = step })
            .OrderBy(each => each.Step.Due).Take(Shown).ToListAsync(cancellation);
        var cards = await catalogue.CardsAsync([.. steps.Select(each => each.Solution).Distinct()], cancellation);

        var calendar = new Calendar { ProductId = "-//Parelmuur//Stappenplannen//NL", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", words["Stappen van Parelmuur"]);
        foreach (var (id, step, title) in steps.Where(each => cards.ContainsKey(each.Solution)).Select(each => (each.Id, each.Step, cards[each.Solution].Title)))
        {
            var due = step.Due!.Value;
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{id}-{step.Step}@parelmuur",
                // It says nothing about when somebody is busy.
                Transparency = "TRANSPARENT",
                Sequence = step.Revision,
                DtStamp = new CalDateTime(due.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
                Start = new CalDateTime(due),
                Summary = words["Klaar vóór deze dag: {0}", step.Planned.Title],
                Description = title,
                Url = new Uri($"{root}/mijn/organisatie/stappenplannen/{id}#stap-{step.Number}"),
            });
        }

        return new CalendarSerializer().SerializeToString(calendar);
    }

    // In whatever role: who may see the roll-outs of an organisation may have them in a calendar.
    private async Task<bool> IsMemberAsync(CalendarFeed feed, CancellationToken cancellation)
    {
        foreach (var role in Enum.GetValues<MembershipRole>())
        {
            if ((await accounts.MembersAsync(feed.Organisation, role, cancellation)).Any(each => each.Id == feed.Person))
                return true;
        }

        return false;
    }

    private static async Task<IResult> GetAsync(string code, HttpContext context, CalendarOfSteps calendar, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return await calendar.ReadAsync(code, $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}", cancellation) is { } text
            ? Results.Text(text, "text/calendar; charset=utf-8")
            : Results.StatusCode(StatusCodes.Status404NotFound);
    }
}
