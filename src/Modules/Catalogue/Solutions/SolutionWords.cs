using Parelmuur.Design;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>How the fixed values of a solution are said in Dutch; each text is a key of <c>Words</c>.</summary>
internal static class SolutionWords
{
    /// <summary>"Gedeeld".</summary>
    public static string Text(this Stage stage) => stage switch
    {
        Stage.Gem => "Pareltje",
        Stage.Pilot => "Pilot",
        Stage.Shared => "Gedeeld",
        Stage.Collective => "Collectief",
        _ => "Standaard",
    };

    /// <summary>The flower with the word.</summary>
    public static StageLook Look(this Stage stage) => new((int)stage + 1, stage.Text());

    /// <summary>An empty flower for what is not theirs yet, else the flower of the stage.</summary>
    public static StageLook Look(this Stage stage, SolutionStatus status) => status == SolutionStatus.Tip ? new(0, "Tip") : stage.Look();

    public static string Text(this SolutionKind kind) => kind switch
    {
        SolutionKind.WorkPractice => "Werkwijze",
        SolutionKind.Product => "Product",
        SolutionKind.Service => "Dienst",
        SolutionKind.Programme => "Programma",
        SolutionKind.ModelDocument => "Modeldocument",
        SolutionKind.Instrument => "Instrument",
        SolutionKind.Software => "Software",
        SolutionKind.DataSet => "Gegevens",
        SolutionKind.Standard => "Afspraak of standaard",
        _ => "Samen inkopen",
    };

    public static string Text(this Effort effort) => effort switch
    {
        Effort.Days => "Een paar dagen",
        Effort.Weeks => "Een paar weken",
        Effort.Months => "Een paar maanden",
        _ => "Ongeveer een jaar",
    };

    public static string Text(this CostBand cost) => cost switch
    {
        CostBand.None => "Geen kosten",
        CostBand.UpTo5k => "Tot €\u00a05.000",
        CostBand.UpTo25k => "€\u00a05.000 tot €\u00a025.000",
        CostBand.UpTo100k => "€\u00a025.000 tot €\u00a0100.000",
        _ => "Meer dan €\u00a0100.000",
    };

    public static string Text(this ScaleType scale) => scale switch
    {
        ScaleType.In => "Binnen één gemeente, op steeds meer plekken",
        ScaleType.Out => "Van gemeente naar gemeente",
        ScaleType.Up => "Voor alle gemeenten tegelijk, door een regel of afspraak",
        _ => "In hoe mensen denken en werken",
    };

    /// <summary>The relation as its first solution says it.</summary>
    public static string TextFrom(this RelationKind relation) => relation switch
    {
        RelationKind.BuildsOn => "Bouwt voort op",
        RelationKind.Replaces => "Vervangt",
        RelationKind.PartOf => "Onderdeel van",
        RelationKind.ImplementsStandard => "Volgt de standaard",
        RelationKind.HelpsWith => "Helpt bij",
        _ => "Variant van",
    };

    /// <summary>The relation as its second solution says it.</summary>
    public static string TextTo(this RelationKind relation) => relation switch
    {
        RelationKind.BuildsOn => "Is de basis voor",
        RelationKind.Replaces => "Vervangen door",
        RelationKind.PartOf => "Bestaat ook uit",
        RelationKind.ImplementsStandard => "Deze standaard wordt gevolgd door",
        RelationKind.HelpsWith => "Krijgt hulp van",
        _ => "Heeft als variant",
    };
}
