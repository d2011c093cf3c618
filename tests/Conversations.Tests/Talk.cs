using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Contributions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Tests;

/// <summary>What people do in these tests: find a solution, write, and look behind the page.</summary>
internal static class Talk
{
    /// <summary>A solution of which a municipality confirmed that it uses it, and another does not use it.</summary>
    public static async Task<SolutionCard> SolutionAsync(this ParelmuurApp site, string usedBy = "deventer", string notBy = "zutphen")
    {
        var organisations = site.Services.GetRequiredService<IOrganisations>();
        var adoption = site.Services.GetRequiredService<IAdoption>();
        var user = organisations.FindBySlug(usedBy)!.Id;
        var other = organisations.FindBySlug(notBy)!.Id;
        var id = adoption.UsesBy(user)
            .Where(use => use.Use is { State: UseState.Active, Proof: ProofLevel.Confirmed })
            .Select(use => use.Solution)
            .First(solution => adoption.UsersOf(solution).Users.All(each => each.User != other));
        return (await site.Services.GetRequiredService<ICatalogue>().CardsAsync([id], CancellationToken.None))[id];
    }

    /// <summary>Writes a text, looks at it, and posts it.</summary>
    public static async Task<IHtmlDocument> WriteAsync(this Visitor visitor, string path, string text, string post)
    {
        var preview = await visitor.SubmitAsync(path, "Bekijk het eerst", ("Form.Text", text));
        return await visitor.SubmitAsync(preview, post, HttpStatusCode.OK);
    }

    /// <summary>The page of a solution as this visitor sees it.</summary>
    public static Task<IHtmlDocument> SolutionPageAsync(this Visitor visitor, SolutionCard solution) =>
        visitor.OpenAsync($"/oplossingen/{solution.Slug}");

    /// <summary>The contribution with a text that is used once.</summary>
    public static async Task<Contribution> ContributionAsync(this ParelmuurApp site, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ConversationsDb>().Contributions.SingleAsync(each => each.Text == text);
    }

    /// <summary>Puts in what somebody wrote at another moment.</summary>
    public static async Task PutAsync(this ParelmuurApp site, Contribution contribution)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConversationsDb>();
        db.Contributions.Add(contribution);
        db.Record(new CommentPosted(contribution.Solution, contribution.Id), new Actor("test"));
        await db.SaveChangesAsync();
    }

    /// <summary>A sample person who works for a municipality.</summary>
    public static async Task<CurrentPerson> PersonAsync(this ParelmuurApp site, string name, string municipality, MembershipRole role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var organisation = scope.ServiceProvider.GetRequiredService<IOrganisations>().FindBySlug(municipality)!.Id;
        var members = await scope.ServiceProvider.GetRequiredService<Accounts.IAccounts>()
            .MembersAsync(organisation, role, CancellationToken.None);
        return new(members.Single(each => each.Name == name).Id, name, organisation, [role], PlatformRoles.None, Guid.Empty);
    }

    /// <summary>A text that no other test uses.</summary>
    public static string Unique(string text) => $"{text} {Guid.NewGuid():N}";
}
