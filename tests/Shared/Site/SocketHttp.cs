using System.Net.Sockets;

namespace Parelmuur.Tests;

/// <summary>HTTP over a socket in a folder.</summary>
internal static class SocketHttp
{
    public static readonly Uri Address = new("http://localhost/");

    public static SocketsHttpHandler Handler(string socket) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var connected = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await connected.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connected, ownsSocket: true);
            }
            catch
            {
                connected.Dispose();
                throw;
            }
        },
    };
}
