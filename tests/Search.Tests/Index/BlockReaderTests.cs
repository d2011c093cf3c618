using System.Runtime.Intrinsics;
using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;
using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Index;

/// <summary>Reading the uses of a word a block at a time gives the uses that one by one gives.</summary>
public class BlockReaderTests
{
    // Two whole blocks and a piece.
    private const int Entries = (2 * BlockReader.Size) + 100;

    // The last has no column: it is used by fewer than one in ten.
    private static readonly (string Word, int Each)[] Words = [("afval", 1), ("papier", 3), ("plastic", 8), ("glas", 70)];
    private static readonly Catalogue Known = new([.. Enumerable.Range(0, Entries).Select(number => Entry(number, $"Nummer {number}", body: string.Join(". ",
        Words.Where(word => number % word.Each == 0).Select(word => word.Word))))]);

    [Theory]
    [InlineData("afval", new[] { 0, 1, 2 })]
    [InlineData("papier", new[] { 0, 2 })]
    [InlineData("plastic", new[] { 1 })]
    [InlineData("glas", new[] { 0, 1, 2 })]
    [InlineData("glas", new[] { 0, 2 })]
    [InlineData("glas", new[] { 2 })]
    public void AddTo_SomeBlocks_AddsEveryUseInThem(string word, int[] blocks)
    {
        var reader = Table.Blocks(Row(word));
        foreach (var block in blocks)
        {
            var (frequencies, touched, all) = (new float[BlockReader.Size], new ulong[BlockReader.Words], new ulong[BlockReader.Words]);
            Array.Fill(all, ulong.MaxValue);
            Assert.True(reader.AddTo(block, frequencies, touched, all, worth: 2));
            var expected = Uses(word).Where(use => use.Document / BlockReader.Size == block).ToList();
            Assert.Equal(expected.Select(use => use.Document % BlockReader.Size), Members(touched));
            Assert.Equal(
                expected.Select(use => 2 * Ranking.Tenth * Ranking.Tenths[use.Occurrences]),
                expected.Select(use => frequencies[use.Document % BlockReader.Size]));
            Assert.Equal(expected.Count, frequencies.Count(frequency => frequency != 0));
        }
    }

    [Theory]
    [InlineData("afval")]
    [InlineData("papier")]
    [InlineData("plastic")]
    [InlineData("glas")]
    public void AddTo_SomeWanted_AddsThoseAndWritesInTheirSixteensOnly(string word)
    {
        var (frequencies, touched, wanted) = (new float[BlockReader.Size], new ulong[BlockReader.Words], new ulong[BlockReader.Words]);
        for (var entry = 0; entry < 300; entry++)
            Bits.Add(wanted, entry);
        _ = Table.Blocks(Row(word)).AddTo(0, frequencies, touched, wanted, worth: 1);
        Assert.All(Members(touched), entry => Assert.NotEqual(0, frequencies[entry]));
        var sixteens = Members(touched).Select(entry => entry / Vector512<float>.Count).ToHashSet();
        Assert.All(
            Enumerable.Range(0, BlockReader.Size).Where(entry => frequencies[entry] != 0),
            entry => Assert.Contains(entry / Vector512<float>.Count, sixteens));
        Assert.Empty(Uses(word).Select(use => use.Document).Where(entry => entry < 300).Except(Members(touched)));
    }

    [Fact]
    public void AddTo_AfterTheLastUse_TellsThatThereIsNothing()
    {
        var reader = Table.Blocks(Row("glas"));
        var (frequencies, touched) = (new float[BlockReader.Size], new ulong[BlockReader.Words]);
        Assert.True(reader.AddTo(2, frequencies, touched, touched, worth: 1));
        Assert.False(reader.AddTo(3, frequencies, touched, touched, worth: 1));
    }

    private static List<int> Members(ulong[] bits)
    {
        List<int> members = [];
        foreach (var entry in new BitReader(bits))
            members.Add(entry);
        return members;
    }

    private static List<(int Document, byte Occurrences)> Uses(string word)
    {
        List<(int, byte)> uses = [];
        for (var postings = Table.Postings(Row(word)); postings.MoveNext();)
            uses.Add((postings.Document, postings.Occurrences));
        return uses;
    }

    private static WordTable Table => Known.Index.Snapshot.Parts[0].Segment.Words;

    private static int Row(string word) => Table.Row(Known.Index.Vocabulary.Find(word)!.Id);
}
