using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Modules;

/// <summary>An entry of the main menu that only some of those who are signed in have.</summary>
/// <remarks>Register it as a service. It answers from memory: a page may not ask the database for it.</remarks>
public interface IPersonalMenu
{
    /// <summary>The entry for this person; null when there is none.</summary>
    MenuItem? For(CurrentPerson person);
}
