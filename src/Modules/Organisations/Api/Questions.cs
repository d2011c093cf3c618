using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Kernel.Api;

namespace Parelmuur.Organisations.Api;

/// <summary>What every list of this room is asked.</summary>
internal abstract record ListParameters
{
    [FromQuery(Name = "pageSize"), Description("Hoeveel resultaten op een pagina, 1 tot en met 100; anders 20.")]
    public int? PageSize { get; init; }

    [FromQuery(Name = "cursor"), Description("Waar de pagina begint; neem hem over uit next of prev.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "fields"), Description("Welke velden u wilt, met komma's ertussen: slug,name.")]
    public string? Fields { get; init; }
}

/// <summary>What the list of organisations is asked.</summary>
internal sealed record OrganisationParameters : ListParameters
{
    [FromQuery(Name = "kind"), Description("Wat voor organisatie: municipality, jointBody, supplier, …")]
    public string? Kind { get; init; }
}

/// <summary>What the list of municipalities is asked.</summary>
internal sealed record MunicipalityParameters : ListParameters
{
    [FromQuery(Name = "on"), Description("De dag waarop ze bestonden, zoals 2021-01-01; anders vandaag.")]
    public string? On { get; init; }

    [FromQuery(Name = "province"), Description("Een provincie: PV25 of drenthe.")]
    public string? Province { get; init; }

    [FromQuery(Name = "size"), Description("Hoe groot: under25K, from25KTo50K, from50KTo100K, from100K.")]
    public string? Size { get; init; }

    public DateOnly? Day(Input input)
    {
        if (string.IsNullOrEmpty(On))
            return null;
        if (DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        input.Wrong("query", "on", "invalid", "Schrijf de dag bij on als 2021-01-01.");
        return null;
    }

    public string? ProvinceIn(IOrganisations organisations, Input input)
    {
        if (string.IsNullOrEmpty(Province))
            return null;
        if (organisations.Provinces.FirstOrDefault(each => each.Code == Province || each.Slug == Province) is { } province)
            return province.Code;
        input.Wrong("query", "province", "unknown", "Kies bij province een code, zoals PV25, of een naam, zoals drenthe.");
        return null;
    }
}
