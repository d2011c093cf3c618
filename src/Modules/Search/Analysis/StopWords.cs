using System.Collections.Frozen;

namespace Parelmuur.Search.Analysis;

/// <summary>Words that say nothing about a subject: they hold a sentence together.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = string.Join(' ',
        "de het een der des den ter ten te en of noch maar want dus dan als dat die dit deze wie wat welke welk waar",
        "ik je jij jou jouw u uw hij zij ze we wij ons onze jullie hun hen hem haar zijn mijn men zich zichzelf elkaar",
        "aan af bij binnen boven door in langs met na naar naast om onder op over per rond sinds tegen tot tussen uit",
        "van vanaf vanuit via volgens voor voorbij zonder tijdens wegens ondanks behalve",
        "ben bent is was waren geweest word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad",
        "kan kun kunt kunnen kon konden zal zult zullen zou zouden mag mogen mocht moet moeten moest moesten wil wilt",
        "willen wilde wilden doe doet doen deed ga gaat gaan laat laten er daar hier hierbij daarbij waarbij hiervoor",
        "daarvoor waarvoor hiermee daarmee waarmee hierdoor daardoor waardoor hiervan daarvan waarvan hierin daarin",
        "waarin hierop daarop waarop hieraan daaraan waaraan hieruit daaruit waaruit hierover daarover waarover ervan",
        "ervoor erop ermee erin eruit ook nog al wel niet geen niets iets iemand niemand alle alles ander andere anders",
        "elk elke ieder iedere iedereen enige enkele veel meer meest minder zo zoals zodat zodra omdat doordat indien",
        "mits tenzij hoewel toen terwijl wanneer hoe waarom nu toch even reeds steeds vaak soms altijd ooit nooit",
        "bijvoorbeeld bijv bv o.a. oa d.w.z. dwz etc enz enzovoort evt eventueel eventuele mbv dmv tbv tav mbt nav ivm",
        "ca cq resp zgn the of and to for a an is are with by").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is such a word; a single letter always is.</summary>
    public static bool Contains(string folded) => folded.Length == 1 || Words.Contains(folded);
}
