using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Audit;

/// <summary>The whole ledger for auditors: who did what, when and for whom. Looking at it stands in it too.</summary>
internal sealed class IndexModel(
    AccountsDb db, ReadLedger ledger, NoteLook look, LedgerWords words, IOrganisations organisations) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public LedgerFilter Filter { get; set; } = new();

    public LedgerPage Shown { get; private set; } = null!;

    /// <summary>All events in words.</summary>
    public IEnumerable<Choice> Events => words.All.Select(each => new Choice(each.Key, each.Value ?? each.Key))
        .OrderBy(choice => choice.Text, StringComparer.CurrentCulture);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await look.AtAsync(db, Me, [organisations.FindBySlug(Filter.Organisation?.Trim() ?? "")?.Id], "ledger", cancellation);
        Shown = await ledger.PageAsync(Filter, cancellation);
    }
}
