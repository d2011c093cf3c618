using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Files;

/// <summary>Reads a stored file chunk by chunk, from any place.</summary>
internal sealed class FileContent(IServiceScopeFactory scopes, FileId file, long length) : Stream
{
    private byte[] chunk = [];
    private int chunkNumber = -1;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new IOException("Before the beginning of the file.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0)
            return 0;
        var number = (int)(position / FileChunk.Length);
        if (number != chunkNumber)
            (chunk, chunkNumber) = (await ChunkAsync(number, cancellationToken), number);
        var from = (int)(position % FileChunk.Length);
        var count = Math.Min(buffer.Length, chunk.Length - from);
        chunk.AsMemory(from, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read without waiting.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // A question of its own for each chunk: a slow reader keeps no connection to the database.
    private async Task<byte[]> ChunkAsync(int number, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDb>().FileChunks
            .Where(each => each.File == file && each.Number == number)
            .Select(each => each.Content).FirstOrDefaultAsync(cancellation)
            ?? throw new IOException("A part of the file is missing: it was removed while somebody read it.");
    }
}
