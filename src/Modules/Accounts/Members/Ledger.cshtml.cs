using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Accounts.Audit;
using Parelmuur.Design;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Members;

/// <summary>The ledger of an organisation for its coordinators: what was done for it or to it, and who looked at what is private.</summary>
internal sealed class LedgerModel(ReadLedger ledger, IOrganisations organisations) : FormPage
{
    /// <summary>Only older entries than this one.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public string? Before { get; set; }

    /// <summary>"gezien" for only who looked.</summary>
    [BindProperty(SupportsGet = true, Name = "toon")]
    public string? Show { get; set; }

    public bool OnlySeen => Show == "gezien";

    public string Organisation => organisations.Find(Me.Organisation!.Value)?.Name ?? "";

    public LedgerPage Shown { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken cancellation) => Shown = await ledger.PageOfAsync(
        Me.Organisation!.Value, long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null, OnlySeen, cancellation);
}
