using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Conversations;
using Parelmuur.Joining;
using Parelmuur.Kernel.Modules;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur;

/// <summary>The rooms of this house, in the order in which one may call the other. Web and Cli share this list.</summary>
internal static class InstalledModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new OrganisationsModule(),
        new AccountsModule(),
        new AdoptionModule(),
        new SearchModule(),
        new CatalogueModule(),
        new ConversationsModule(),
        new JoiningModule(),
    ];
}
