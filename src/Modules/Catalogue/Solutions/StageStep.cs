namespace Parelmuur.Catalogue.Solutions;

/// <summary>A decision on a stage, as a page shows it.</summary>
internal sealed record StageStep(Stage? From, Stage To, DateOnly Date, string Body, string Reason, string Evidence);
