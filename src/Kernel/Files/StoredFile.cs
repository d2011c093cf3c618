using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Files;

/// <summary>A file as it is kept: what it is, and to whose subject it belongs. Its content stands in <see cref="FileChunk"/>.</summary>
internal sealed class StoredFile
{
    public const int HashLength = 64, NameLength = 120, TypeLength = 120;

    public FileId Id { get; init; }

    /// <summary>The subject of a room to which it belongs, such as a solution.</summary>
    public Guid Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>The content type, as found in the content.</summary>
    public required string Type { get; init; }

    public long Size { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Of an image: how wide it is shown, in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Of an image: how high it is shown, in pixels.</summary>
    public int? Height { get; init; }

    public DateTimeOffset Stored { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> file)
        {
            file.ToTable("kernel_files");
            file.HasKey(each => each.Id);
            file.Property(each => each.Id).ValueGeneratedNever();
            file.Property(each => each.Name).HasMaxLength(NameLength);
            file.Property(each => each.Type).HasMaxLength(TypeLength);
            file.Property(each => each.Hash).HasMaxLength(HashLength);
            file.HasIndex(each => each.Owner);
        }
    }
}

/// <summary>A piece of a file. All pieces but the last are equally long.</summary>
internal sealed class FileChunk
{
    /// <summary>Small enough to be short-lived memory, large enough to need few questions.</summary>
    public const int Length = 64 << 10;

    public FileId File { get; init; }

    public int Number { get; init; }

    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FileChunk>
    {
        public void Configure(EntityTypeBuilder<FileChunk> chunk)
        {
            chunk.ToTable("kernel_file_chunks");
            chunk.HasKey(each => new { each.File, each.Number });
            chunk.Property(each => each.Number).ValueGeneratedNever();
        }
    }
}
