using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Parelmuur.Web.Http;

/// <summary>Sends a page in one piece.</summary>
/// <remarks>The framework's own sends one for each 16,384 characters, and each piece asks the system once; most pages have two or three times as many.</remarks>
internal sealed class InOnePiece : IHttpResponseStreamWriterFactory
{
    // A longer page goes in more pieces.
    private const int MostCharacters = 64 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) =>
        new HttpResponseStreamWriter(stream, encoding, MostCharacters, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
