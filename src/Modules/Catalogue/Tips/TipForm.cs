using System.ComponentModel.DataAnnotations;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tips;

/// <summary>What a tip asks: what, whose, why it is good, and where it was seen.</summary>
internal sealed class TipForm
{
    [Required(ErrorMessage = "Schrijf wat je zag.")]
    [StringLength(Solution.TitleLength, ErrorMessage = "Maak dit korter: hoogstens 80 tekens.")]
    public string? Title { get; set; }

    /// <summary>The readable part of the address of the municipality.</summary>
    [Required(ErrorMessage = "Kies de gemeente die dit maakte.")]
    public string? Municipality { get; set; }

    [Required(ErrorMessage = "Schrijf in één zin waarom het goed is.")]
    [StringLength(Solution.PromiseLength, ErrorMessage = "Maak de zin korter: hoogstens 160 tekens.")]
    public string? Promise { get; set; }

    [StringLength(Tip.PlaceLength, ErrorMessage = "Maak dit korter: hoogstens 300 tekens.")]
    public string? Where { get; set; }

    /// <summary>The alike solutions that the writer has seen, with commas between.</summary>
    public string? Seen { get; set; }

    /// <summary>Where it was seen, as it is kept.</summary>
    public string Place => Lines.Clean(Where).Replace('\n', ' ');

    /// <summary>The form as it shows a tip.</summary>
    public static TipForm Of(Tip tip, Solution solution, string municipality) => new()
    {
        Title = solution.Title,
        Municipality = municipality,
        Promise = solution.Promise,
        Where = tip.Place,
    };

    /// <summary>As a solution holds it. Where it was seen is a link, when it is an address.</summary>
    public SolutionContent ToContent(OrganisationId municipality) => new()
    {
        Title = Lines.Clean(Title).Replace('\n', ' '),
        Promise = Lines.Clean(Promise).Replace('\n', ' '),
        Origin = municipality,
        Links = Address(Place) is { } address ? [new(address.Host, Place)] : [],
    };

    /// <summary>The address of the web that a text is; null when it is something else.</summary>
    public static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}
