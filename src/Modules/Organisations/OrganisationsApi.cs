using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations.Api;

namespace Parelmuur.Organisations;

/// <summary>Organisations and municipalities over the API, to read.</summary>
internal static class OrganisationsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApiGroup(OrganisationsPolicies.Read, "Organisaties");
        api.MapRead("/organisations", List).WithName("listOrganisations").WithSummary("Alle organisaties, gemeenten eerst");
        api.MapRead("/organisations/{key}", Find).WithName("findOrganisation").WithSummary("Eén organisatie");
        api.MapRead("/municipalities", ListMunicipalities).WithName("listMunicipalities").WithSummary("De gemeenten op een dag");
        api.MapRead("/municipalities/{code}", FindMunicipality).WithName("findMunicipality")
            .WithSummary("Eén gemeente, ook een vroegere");
    }

    private static Results<Answer<Page<OrganisationItem>>, InvalidInput> List(
        [AsParameters] OrganisationParameters asked, HttpRequest request, IOrganisations organisations)
    {
        var input = new Input();
        var (size, cursor) = (input.Size(asked.PageSize), input.Cursor(asked.Cursor));
        var kind = input.OneOf<OrganisationKind>("kind", asked.Kind);
        var fields = input.Fields(asked.Fields, OrganisationsJson.Default.OrganisationItem);
        if (!input.IsValid)
            return input.Problem;

        List<OrganisationSummary> all = [.. organisations.Current.Select(each => each.Summary)
            .Concat(organisations.Others).Where(each => kind is null || each.Kind == kind)];
        var page = all.PageOf(each => each.Id.Value, OrganisationItem.Of, cursor, size, request);
        return new Answer<Page<OrganisationItem>>(page, OrganisationsJson.Default.PageOrganisationItem)
        {
            Fields = fields,
            Next = page.Next,
            Prev = page.Prev,
        };
    }

    private static Results<Answer<OrganisationItem>, Missing, InvalidInput> Find(
        [Description("De slug of de id.")] string key,
        [Description("Welke velden u wilt, met komma's ertussen.")] string? fields,
        IOrganisations organisations)
    {
        var input = new Input();
        var chosen = input.Fields(fields, OrganisationsJson.Default.OrganisationItem);
        if (!input.IsValid)
            return input.Problem;
        var found = Guid.TryParse(key, out var id) ? organisations.Find(new OrganisationId(id)) : organisations.FindBySlug(key);
        return found is null
            ? new Missing("Deze organisatie kennen we niet.")
            : new Answer<OrganisationItem>(OrganisationItem.Of(found), OrganisationsJson.Default.OrganisationItem) { Fields = chosen };
    }

    private static Results<Answer<Page<MunicipalityItem>>, InvalidInput> ListMunicipalities(
        [AsParameters] MunicipalityParameters asked, HttpRequest request, IOrganisations organisations)
    {
        var input = new Input();
        var (size, cursor) = (input.Size(asked.PageSize), input.Cursor(asked.Cursor));
        var fields = input.Fields(asked.Fields, OrganisationsJson.Default.MunicipalityItem);
        var sizeClass = input.OneOf<SizeClass>("size", asked.Size);
        var day = asked.Day(input) ?? organisations.Today;
        var province = asked.ProvinceIn(organisations, input);
        if (!input.IsValid)
            return input.Problem;

        List<Municipality> all = [.. organisations.MunicipalitiesOn(day)
            .Where(each => province is null || each.ProvinceOn(day).Code == province)
            .Where(each => sizeClass is null || each.SizeClass == sizeClass)];
        var page = all.PageOf(each => each.Id.Value, MunicipalityItem.Of, cursor, size, request);
        return new Answer<Page<MunicipalityItem>>(page, OrganisationsJson.Default.PageMunicipalityItem)
        {
            Fields = fields,
            Next = page.Next,
            Prev = page.Prev,
        };
    }

    private static Results<Answer<MunicipalityItem>, Missing, InvalidInput> FindMunicipality(
        [Description("GM en vier cijfers: GM0301.")] string code,
        [Description("Welke velden u wilt, met komma's ertussen.")] string? fields,
        IOrganisations organisations)
    {
        var input = new Input();
        var chosen = input.Fields(fields, OrganisationsJson.Default.MunicipalityItem);
        if (!input.IsValid)
            return input.Problem;
        return MunicipalityCode.TryParse(code, out var known) && organisations.FindMunicipality(known) is { } found
            ? new Answer<MunicipalityItem>(MunicipalityItem.Of(found), OrganisationsJson.Default.MunicipalityItem) { Fields = chosen }
            : new Missing("Deze gemeente kennen we niet. Een code is GM en vier cijfers.");
    }
}
