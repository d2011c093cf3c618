using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Accounts.FirstRun;

/// <summary>The code of the link with which the first platform manager makes an account. There is one at most.</summary>
internal sealed class SetupCode
{
    private const int CodeBytes = 32, HashLength = 64;

    private SetupCode() { }

    public Guid Id { get; private set; }

    /// <summary>The SHA-256 of the code. Who reads this table cannot use it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Makes a code and what is kept of it.</summary>
    public static (string Code, SetupCode Kept) Make()
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        return (code, new SetupCode { Id = Guid.CreateVersion7(), Hash = HashOf(code) });
    }

    /// <summary>What is kept of a code.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    internal sealed class Mapping : IEntityTypeConfiguration<SetupCode>
    {
        public void Configure(EntityTypeBuilder<SetupCode> code)
        {
            code.ToTable("accounts_setup_codes");
            code.HasKey(each => each.Id);
            code.Property(each => each.Id).ValueGeneratedNever();
            code.Property(each => each.Hash).HasMaxLength(HashLength);
        }
    }
}
