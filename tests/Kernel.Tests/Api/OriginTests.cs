using System.Net;
using Parelmuur.Kernel.Api;

namespace Parelmuur.Kernel.Tests.Api;

/// <summary>Whom a limit counts as one.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::")]
    public void Of_AnAddress_IsTheNetworkOfAHomeOrAnOffice(string address, string origin) =>
        Assert.Equal(IPAddress.Parse(origin), Origin.Of(IPAddress.Parse(address)));
}
