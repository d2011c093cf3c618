using System.Net;

namespace Parelmuur.Architecture.Tests;

[Collection(WithSite.Name)]
public sealed class OnlyWhatIsHandledTests(ParelmuurApp site)
{
    [Theory]
    [InlineData("/oplossingen/vroegbel")]
    [InlineData("/oplossingen/vroegbel/stappenplan")]
    [InlineData("/oplossingen/vroegbel/verspreiding")]
    [InlineData("/cijfers")]
    [InlineData("/mijn/organisatie")]
    [InlineData("/hulp")]
    public async Task Post_ToAPageWithoutForm_IsRefusedInPlainWords(string path)
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var token = (await samira.OpenAsync("/mijn")).QuerySelector("input[name=formulier]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("formulier", token)]);
        using var answer = await samira.RawAsync(HttpMethod.Post, path, form);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
