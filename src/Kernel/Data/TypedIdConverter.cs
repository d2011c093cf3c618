using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Data;

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree cannot call a static abstract member itself.
    private static TId Make(Guid value) => TId.From(value);
}
