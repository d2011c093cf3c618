using Parelmuur.Joining.Lessons;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Lessons;

/// <summary>Nobody can be found out: whoever compares all lists that were ever shown, always holds five municipalities or none.</summary>
public sealed class GroupsTests
{
    [Fact]
    public void Form_BelowFive_GivesNothing() =>
        Assert.Empty(Groups.Form(true, [.. Enumerable.Range(0, 4)], _ => (SizeClass?)SizeClass.Under25K));

    [Fact]
    public void Form_TheFirstFive_GoTogether_AndThenPerClass()
    {
        var classes = new SizeClass?[] { SizeClass.Under25K, SizeClass.From100K, null, SizeClass.Under25K, SizeClass.From25KTo50K };
        var waiting = Enumerable.Range(0, 14).Select(number => (number, number < 5 ? classes[number] : SizeClass.From50KTo100K)).ToList();

        var groups = Groups.Form(true, waiting, each => each.Item2).ToList();

        Assert.Equal(2, groups.Count);
        Assert.Null(groups[0].Class);
        Assert.Equal([0, 1, 2, 3, 4], groups[0].Members.Select(each => each.number));
        Assert.Equal(SizeClass.From50KTo100K, groups[1].Class);
        Assert.Equal([5, 6, 7, 8, 9], groups[1].Members.Select(each => each.number));
    }

    // Every list that is ever shown: of everyone, and of each class, after each one who finishes. The parts that all these lists cut
    // each other into are what somebody can know who keeps them all.
    [Fact]
    public void Lists_OverTimeAndClasses_NeverCutOutFewerThanFive()
    {
        var chance = new Random(17);
        for (var run = 0; run < 100; run++)
        {
            var finishers = Enumerable.Range(0, chance.Next(5, 90)).Select(_ => chance.Next(5) is var number and < 4 ? (SizeClass?)number : null).ToList();
            var (told, lists) = (new List<(SizeClass? Class, IReadOnlyList<int> Members)>(), new List<HashSet<int>>());
            for (var count = 1; count <= finishers.Count; count++)
            {
                var grouped = told.SelectMany(each => each.Members).ToHashSet();
                told.AddRange(Groups.Form(
                    told.Count == 0, [.. Enumerable.Range(0, count).Where(each => !grouped.Contains(each))], each => finishers[each]));
                lists.Add([.. told.SelectMany(each => each.Members)]);
                lists.AddRange(Enum.GetValues<SizeClass>().Select(size =>
                    told.Where(each => each.Class == size).SelectMany(each => each.Members).ToHashSet()));
            }

            var shown = told.SelectMany(each => each.Members).ToList();
            var parts = shown.GroupBy(each => string.Concat(lists.Select(list => list.Contains(each) ? '1' : '0'))).ToList();
            Assert.NotEmpty(parts);
            Assert.All(parts, part => Assert.True(part.Count() >= Groups.Size, $"A part of {part.Count()}."));
            Assert.Equal(shown.Count, shown.Distinct().Count());
        }
    }
}
