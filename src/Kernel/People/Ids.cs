namespace Parelmuur.Kernel.People;

/// <summary>An id that says in its type what it identifies, so that two kinds of id cannot be swapped.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The value as it is stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored value.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Identifies an organisation: a municipality, joint body, supplier, ministry, …</summary>
/// <remarks>A municipality's id follows from its code, see <c>MunicipalityCode.OrganisationId</c> in Organisations.</remarks>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public static OrganisationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a solution through all its stages.</summary>
public readonly record struct SolutionId(Guid Value) : ITypedId<SolutionId>, IComparable<SolutionId>
{
    /// <inheritdoc/>
    public static SolutionId From(Guid value) => new(value);

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public static SolutionId New() => new(Guid.CreateVersion7());

    /// <summary>Whether it sorts before the other, as the database sorts them.</summary>
    public static bool operator <(SolutionId left, SolutionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether it sorts after the other.</summary>
    public static bool operator >(SolutionId left, SolutionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether it is the other, or sorts before it.</summary>
    public static bool operator <=(SolutionId left, SolutionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it is the other, or sorts after it.</summary>
    public static bool operator >=(SolutionId left, SolutionId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(SolutionId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one use: one organisation uses one solution.</summary>
public readonly record struct UseId(Guid Value) : ITypedId<UseId>
{
    /// <inheritdoc/>
    public static UseId From(Guid value) => new(value);

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public static UseId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies what a person said about a solution: a question, an answer, a comment.</summary>
public readonly record struct ContributionId(Guid Value) : ITypedId<ContributionId>
{
    /// <inheritdoc/>
    public static ContributionId From(Guid value) => new(value);

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public static ContributionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a person with an account.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public static PersonId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a stored file.</summary>
public readonly record struct FileId(Guid Value) : ITypedId<FileId>
{
    /// <inheritdoc/>
    public static FileId From(Guid value) => new(value);

    /// <summary>A new id; later ids sort after earlier ones.</summary>
    public static FileId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
