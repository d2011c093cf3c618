using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Parelmuur.Kernel.Api;

/// <summary>Where a request comes from, as every limit counts it.</summary>
public static class Origin
{
    private const int NetworkBytes = 8;

    /// <summary>The address of who asks; of an IPv6 address the network (/64).</summary>
    /// <remarks>A home or an office has one IPv6 network, with more addresses than anyone can count.</remarks>
    public static IPAddress Of(HttpContext context) => Of(context.Connection.RemoteIpAddress ?? IPAddress.None);

    /// <summary>The same for an address.</summary>
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
