using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.People;

public sealed class TypedIdTests
{
    [Fact]
    public void From_StoredValue_GivesTheSameIdBack()
    {
        RoundTrips<OrganisationId>();
        RoundTrips<SolutionId>();
        RoundTrips<UseId>();
    }

    [Fact]
    public void Ids_OfTwoKindsWithOneValue_AreNotEqual()
    {
        var value = Guid.NewGuid();

        Assert.False(new SolutionId(value).Equals((object)new UseId(value)));
        Assert.True(new SolutionId(value).Equals((object)new SolutionId(value)));
    }

    [Fact]
    public void New_GivesAnIdThatNobodyHas() => Assert.NotEqual(SolutionId.New(), SolutionId.New());

    [Fact]
    public void ToString_IsTheBareValue()
    {
        var value = Guid.Parse("0199a000-0000-7000-8000-000000000001");

        Assert.Equal("0199a000-0000-7000-8000-000000000001", new SolutionId(value).ToString());
    }

    private static void RoundTrips<TId>()
        where TId : struct, ITypedId<TId>
    {
        var value = Guid.NewGuid();

        Assert.Equal(value, TId.From(value).Value);
        Assert.Equal(TId.From(value), TId.From(value));
        Assert.Equal(value.ToString(), TId.From(value).ToString());
    }
}
