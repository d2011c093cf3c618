using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.People;

/// <summary>A key with which the site seals cookies and links. It stands in the database, so that every node reads them.</summary>
internal sealed class DataProtectionKey
{
    private const int NameLength = 120;

    private DataProtectionKey() { }

    public Guid Id { get; private set; }

    /// <summary>The name the framework gives it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key as the framework writes it.</summary>
    public string Xml { get; private set; } = "";

    /// <summary>Makes a row for a new key.</summary>
    public static DataProtectionKey Of(string name, XElement xml) =>
        new() { Id = Guid.CreateVersion7(), Name = name, Xml = xml.ToString(SaveOptions.DisableFormatting) };

    internal sealed class Mapping : IEntityTypeConfiguration<DataProtectionKey>
    {
        public void Configure(EntityTypeBuilder<DataProtectionKey> key)
        {
            key.ToTable("kernel_keys");
            key.HasKey(each => each.Id);
            key.Property(each => each.Id).ValueGeneratedNever();
            key.Property(each => each.Name).HasMaxLength(NameLength);
        }
    }
}

/// <summary>A new key was made to seal cookies and links.</summary>
[Told("Sleutel van de site gemaakt")]
internal sealed record KeyMade(Guid Id) : LedgerEvent(Id)
{
    public override string Subject => "Key";
}

/// <summary>Lets the framework keep its keys in the database. It asks a few times a day and cannot wait.</summary>
internal sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository
{
    private static readonly Actor Site = new("site");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<KernelDb>().Keys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var key = DataProtectionKey.Of(friendlyName, element);
        db.Keys.Add(key);
        db.Record(new KeyMade(key.Id), Site);
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
