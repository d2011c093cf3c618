using System.Text;
using Parelmuur.Web.Http;

namespace Parelmuur.Architecture.Tests;

public sealed class InOnePieceTests
{
    [Theory]
    [InlineData(100, 1)]
    [InlineData(60_000, 1)]
    [InlineData(100_000, 2)]
    public async Task Page_LeavesInAsFewPiecesAsFit_AndWhole(int characters, int pieces)
    {
        var page = string.Concat(Enumerable.Repeat("geëerd €5 ", characters / 10));
        using var sent = new CountedStream();

        await using (var writer = new InOnePiece().CreateWriter(sent, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            await writer.WriteAsync(page);
            await writer.FlushAsync();
        }

        Assert.Equal(page, Encoding.UTF8.GetString(sent.ToArray()));
        Assert.Equal(pieces, sent.Pieces);
    }

    private sealed class CountedStream : MemoryStream
    {
        public int Pieces { get; private set; }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Pieces++;
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Pieces++;
            base.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
