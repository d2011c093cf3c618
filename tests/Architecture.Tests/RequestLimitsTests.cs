using System.Net;

namespace Parelmuur.Architecture.Tests;

/// <summary>Whoever sends too much hears so, however it was sent; the connection stays whole.</summary>
public sealed class RequestLimitsTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Plan = "/api/v1/checks", Share = "/deel", UnknownAddress = "/bestaat-niet";

    [Theory]
    [InlineData(Plan, 2, true)]
    [InlineData(Plan, 2, false)]
    [InlineData(Plan, 40, true)]
    public async Task Api_TooLarge_AnswersWithAProblem(string path, int megabytes, bool tellsLength)
    {
        for (var i = 0; i < 10; i++)
        {
            using var answer = await PostAsync(path, "application/json", megabytes, tellsLength);

            await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Theory]
    [InlineData(Share, 2, true)]
    [InlineData(Share, 2, false)]
    [InlineData(UnknownAddress, 40, true)]
    public async Task Page_TooLarge_SaysSo(string path, int megabytes, bool tellsLength)
    {
        for (var i = 0; i < 10; i++)
        {
            using var answer = await PostAsync(path, "application/x-www-form-urlencoded", megabytes, tellsLength);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("Dat is te groot", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sender_WhoAsksFirst_IsRefusedBeforeSending()
    {
        using var request = Request(Plan, "application/json", megabytes: 2, tellsLength: true);
        request.Headers.ExpectContinue = true;
        using var answer = await site.Client.SendAsync(request);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string type, int megabytes, bool tellsLength)
    {
        using var request = Request(path, type, megabytes, tellsLength);
        return await site.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(string path, string type, int megabytes, bool tellsLength)
    {
        var spaces = new byte[megabytes << 20]; // Spaces are right everywhere: only the size is wrong.
        spaces.AsSpan().Fill((byte)' ');
        var content = new ByteArrayContent(spaces) { Headers = { ContentType = new(type) } };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (!tellsLength)
            request.Headers.TransferEncodingChunked = true;
        return request;
    }
}
