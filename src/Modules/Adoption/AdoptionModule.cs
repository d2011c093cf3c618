using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption.Reorganising;
using Parelmuur.Adoption.Uses;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Adoption;

/// <summary>Puts Adoption in the house: the register of who uses what.</summary>
public sealed class AdoptionModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Adoption";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPlatformDb<AdoptionDb>(configuration)
        .AddSingleton<UseRegister>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<UseRegister>())
        .AddSingleton<ILedgerReader, TellMembers>()
        .AddScoped<MoveUses>()
        .AddScoped<IDailyJob, MoveUsesDaily>()
        .AddSingleton<DecideUses>()
        .AddSingleton<IAdoption, Uses.Adoption>();
}
