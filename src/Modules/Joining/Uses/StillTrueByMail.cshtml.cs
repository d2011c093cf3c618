using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Uses;

/// <summary>"Klopt dit nog?" by a link from a mail, without signing in. Opening it changes nothing; the button does.</summary>
internal sealed class StillTrueByMailModel(
    AnswerLink link, IAccounts accounts, IAdoption adoption, ICatalogue catalogue, IOrganisations organisations, Words words)
    : AnswerPage(adoption, catalogue, organisations, words)
{
    private Answerer? who;

    public override UseAnswer Otherwise => UseAnswer.End;

    /// <summary>Whether the link is good, and the person still answers for the organisation.</summary>
    public bool IsOpen => who is not null;

    /// <summary>Null when the link is false or too old, or when the person is no coordinator any more.</summary>
    protected override Answerer? Who => who;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (link.Read((string)RouteData.Values["code"]!) is { } may
            && (await accounts.MembersAsync(may.Organisation, MembershipRole.Coordinator, HttpContext.RequestAborted)).Any(person => person.Id == may.Person && !person.IsClosed))
            who = new(may.Organisation, Actor.Of(may.Person, may.Organisation));
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override ToAnswer AsksFor => ToAnswer.Lapsing;

    protected override bool Asks(OwnUse use) => use.CountsUntil < Today.AddMonths(StillTrueModel.MonthsAhead);

    protected override IComparable FirstBy(OwnUse use) => use.CountsUntil ?? DateOnly.MaxValue;

    protected override string UndoPath(Guid batch) => Url.Page("/Uses/StillTrueByMail", "Undo", new { code = RouteData.Values["code"], batch })!;
}
