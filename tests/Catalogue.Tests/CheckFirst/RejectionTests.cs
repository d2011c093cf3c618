using System.Net;
using Parelmuur.Catalogue.CheckFirst.Recorded;
using Parelmuur.Catalogue.Tests.Sharing;

namespace Parelmuur.Catalogue.Tests.CheckFirst;

/// <summary>What municipalities do not find fitting lowers it for alike plans, visibly and reversibly.</summary>
public sealed class RejectionTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Alike = "Inwoners met een betaalachterstand willen wij snel bellen, binnen een week na het signaal.";
    private const string Note = "1 gemeente vond dit niet passen bij een plan dat hierop lijkt.";

    [Fact]
    public async Task Reject_ShowsForAlikePlansOnly_AndEveryoneCanUndoTheirPart()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        using var femke = await site.AsAsync("Femke de Boer");
        using var eva = await site.AsAsync("Eva Mulder");
        var vroegbel = await site.SolutionAsync("vroegbel");
        var own = (await femke.CheckAsync(Alike)).Titles();

        var page = await samira.RecordAsync(
            Checker.Plan, ("Form.Outcome", "NothingFits"), ("Form.Reason", "Te zwaar voor ons."), (Checker.NotFitting(vroegbel), "Wij hebben geen belteam."));
        Assert.Contains("Wij hebben geen belteam.", page.Words(), StringComparison.Ordinal);
        var address = samira.Here;

        await femke.SaysAsync(Alike, Note);
        var answer = await femke.CheckAsync(Alike);
        Assert.DoesNotContain("belteam", answer.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zutphen", answer.QuerySelector(".pm-let-op")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(own.Order(), answer.Titles().Order());
        Assert.Equal(own, (await femke.CheckAsync(Alike, "woorden")).Titles());
        Assert.Contains("Jullie vonden dit eerder niet passen", (await samira.CheckAsync(Alike)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("niet passen bij een plan", (await femke.CheckAsync("Een straatfeest melden zonder vergunning.")).Words(), StringComparison.Ordinal);

        await samira.SubmitAsync(address, "Neem terug: Vroegbel");
        await femke.SaysAsync(Alike, Note, says: false);
        await samira.SubmitAsync(address, "Past toch niet: Vroegbel");
        await femke.SaysAsync(Alike, Note);

        var judged = await eva.SubmitAsync("/redactie/past-niet", "Laat niet meetellen: Vroegbel, Zutphen");
        Assert.Contains("Wij hebben geen belteam.", judged.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("betaalachterstand binnen", judged.Words(), StringComparison.Ordinal);
        await femke.SaysAsync(Alike, Note, says: false);
        Assert.Contains("De redactie laat dit niet meetellen", (await samira.OpenAsync(address)).Words(), StringComparison.Ordinal);
        await eva.SubmitAsync("/redactie/past-niet", "Laat weer meetellen: Vroegbel, Zutphen");
        await femke.SaysAsync(Alike, Note);

        await samira.SubmitAsync(address, "Trek dit in");
        await femke.SaysAsync(Alike, Note, says: false);
    }

    [Fact]
    public async Task Desk_ForOthers_DoesNotExist()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.OpenAsync("/redactie/past-niet", HttpStatusCode.NotFound);
    }

    [Fact]
    public void Factor_OfVeryMany_TakesAtMostAFifthOff()
    {
        Assert.Equal(1, RejectionRule.Factor(0));
        Assert.Equal(0.933f, RejectionRule.Factor(1), 0.001f);
        Assert.InRange(RejectionRule.Factor(100_000), 0.8f, 0.8001f);
        Assert.Equal(0, RejectionRule.Weight(RejectionRule.AlikeFrom));
        Assert.Equal(1, RejectionRule.Weight(1));
    }

    [Fact]
    public void Order_OfRejected_NeverPassesWhatIsAQuarterBetterOrStronger()
    {
        // Strong: 1.00 and 0.95; weak: 0.90 and 0.70. The first of each is rejected by everybody.
        RankedMatch[] matches = [Match(1, 5, 1, 0.8f), Match(2, 4, 0.95f), Match(3, 3, 0.9f, 0.8f), Match(4, 2, 0.7f)];

        Assert.Equal([2, 1, 3, 4], RejectionRule.Order(matches).Select(match => match.OwnPlace));
    }

    private static RankedMatch Match(int place, int strength, float score, float factor = 1) =>
        new(new(null!, strength, score, [], [], [], [], [], null!, []), place) { Factor = factor };
}
