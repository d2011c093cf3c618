using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Parelmuur.Kernel.Data;

/// <summary>Stores a moment as UTC <see cref="DateTime"/>: SQLite cannot order offsets, PostgreSQL refuses other zones.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
