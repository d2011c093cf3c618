using System.Net;

namespace Parelmuur.Catalogue.Tests.CheckFirst;

[Collection(WithSite.Name)]
public sealed class AnswerPageTests(ParelmuurApp site)
{
    private const string OnlyWeak =
        "We willen inwoners met beginnende schulden eerder bereiken. Nu komt de hulp vaak pas als de deurwaarder al is geweest. "
        + "We willen mensen zelf opbellen zodra de woningcorporatie of zorgverzekeraar een achterstand meldt.";

    [Fact]
    public async Task Get_WeakMatches_ThreeStandOpenAndTheOthersFoldOut()
    {
        var page = await site.Visit().CheckAsync(OnlyWeak);
        var lists = page.QuerySelectorAll(".pm-treffers").ToList();
        Assert.Equal(2, lists.Count);
        Assert.Equal(3, lists[0].ChildElementCount);
        var folded = lists[1].Closest("details");
        Assert.NotNull(folded);
        Assert.Equal($"Toon nog {lists[1].ChildElementCount} oplossingen die er een beetje op lijken", folded.QuerySelector("summary")!.TextContent);
        Assert.Equal("4", lists[1].GetAttribute("start"));
        Assert.Equal("Vroegbel", page.Titles()[0]);
    }

    [Fact]
    public async Task Get_WhoWantsTheSame_StandsBeforeWhatFitsALittle()
    {
        var page = await site.Visit().CheckAsync(OnlyWeak);
        var headings = page.QuerySelectorAll("main h2, main h3").Select(heading => heading.TextContent).ToList();
        Assert.InRange(headings.IndexOf("1 andere gemeente wil dit ook"), 0, headings.IndexOf("Dit lijkt er een beetje op") - 1);
    }

    [Fact]
    public async Task Post_ReportFullOfPhotos_IsRefusedOnThePage_WithTheTextKept()
    {
        using var photos = new ByteArrayContent(new byte[40 << 20]);
        using var text = new StringContent(OnlyWeak);
        using var form = new MultipartFormDataContent { { text, "tekst" }, { photos, "bestand", "verslag.docx" } };
        using var answer = await site.Visit().RawAsync(HttpMethod.Post, "/eerst-kijken", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Dit bestand is groter dan 5 MB.", page, StringComparison.Ordinal);
        Assert.Contains(OnlyWeak[..60], page, StringComparison.Ordinal);
    }
}
