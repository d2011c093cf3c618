using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Modules;

/// <summary>A link beside the name of who is signed in, on every page.</summary>
/// <remarks>Register it as a service. It answers from memory: a page may not ask the database for it.</remarks>
public interface IPersonalLink
{
    /// <summary>The link for this person.</summary>
    PersonalLink For(CurrentPerson person);
}

/// <summary>Where it goes.</summary>
/// <param name="Text">The Dutch text, which is also the key of its translation.</param>
/// <param name="Path">From the root of the site: "/mijn/berichten".</param>
/// <param name="Waiting">How much is new there; 0 shows no number.</param>
public sealed record PersonalLink(string Text, string Path, int Waiting);
