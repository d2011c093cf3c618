using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>A filled-in check of somebody who must sign in first. It waits for a day behind a cookie of that browser.</summary>
internal sealed class WaitingCheck(Guid id, string content, DateTimeOffset since)
{
    public Guid Id { get; private set; } = id;

    /// <summary>The form as JSON.</summary>
    public string Content { get; private set; } = content;

    public DateTimeOffset Since { get; private set; } = since;

    internal sealed class Mapping : IEntityTypeConfiguration<WaitingCheck>
    {
        public void Configure(EntityTypeBuilder<WaitingCheck> check)
        {
            check.ToTable("catalogue_waiting_checks");
            check.HasKey(each => each.Id);
            check.Property(each => each.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>What was asked and filled in.</summary>
internal sealed record FilledInCheck(string Text, string? Municipality, OutcomeForm Form);

/// <summary>A check waits until somebody signed in. What is in it stays out of the ledger.</summary>
[Told("Keuze bewaard tot na het inloggen")]
internal sealed record CheckWaits(Guid Check) : LedgerEvent(Check)
{
    public override string Subject => "WaitingCheck";
}

/// <summary>Keeps a check while somebody signs in, so that nothing typed is lost; also without script.</summary>
internal sealed class KeepWaitingCheck(CatalogueDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "__Host-gekeken";
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);
    private static readonly Actor Visitor = new("bezoeker");

    private readonly IDataProtector seal = protection.CreateProtector("catalogue.waiting-check");

    public async Task KeepAsync(HttpContext context, FilledInCheck check, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var tooOld = now - Waits;
        await db.WaitingChecks.Where(each => each.Since < tooOld).ExecuteDeleteAsync(cancellation);
        var waiting = new WaitingCheck(Guid.NewGuid(), JsonSerializer.Serialize(check, JsonSerializerOptions.Web), now);
        db.WaitingChecks.Add(waiting);
        db.Record(new CheckWaits(waiting.Id), Visitor);
        await db.SaveChangesAsync(cancellation);
        context.Response.Cookies.Append(Cookie, seal.Protect($"{waiting.Id}"), new() { MaxAge = Waits });
    }

    /// <summary>The check that waits for this browser; null when there is none.</summary>
    public async Task<FilledInCheck?> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        if (Id(context) is not { } id
            || await db.WaitingChecks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellation) is not { } waiting)
            return null;
        return JsonSerializer.Deserialize<FilledInCheck>(waiting.Content, JsonSerializerOptions.Web);
    }

    /// <summary>It was recorded: nothing waits any more.</summary>
    public async Task ForgetAsync(HttpContext context, CancellationToken cancellation)
    {
        if (Id(context) is not { } id)
            return;
        context.Response.Cookies.Delete(Cookie);
        await db.WaitingChecks.Where(each => each.Id == id).ExecuteDeleteAsync(cancellation);
    }

    private Guid? Id(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } value ? Guid.Parse(seal.Unprotect(value)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
