namespace Parelmuur.Catalogue.Sharing;

/// <summary>What <c>_Alike.cshtml</c> shows, inside the form of a page.</summary>
/// <param name="Beside">What was found.</param>
/// <param name="Address">The page with the handlers for the ways out.</param>
/// <param name="SignedIn">Whether the reader can use all of them.</param>
internal sealed record AlikeList(Beside Beside, string Address, bool SignedIn);
