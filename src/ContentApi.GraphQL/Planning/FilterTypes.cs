using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Planning;

/// <summary>How operands of filters become parameters.</summary>
internal static class FilterTypes
{
    /// <summary>Gives the database type of an operand.</summary>
    public static NpgsqlDbType DbType(FilterType type) => type switch
    {
        FilterType.Integer => NpgsqlDbType.Integer,
        FilterType.Instant => NpgsqlDbType.TimestampTz,
        FilterType.Id => NpgsqlDbType.Uuid,
        _ => NpgsqlDbType.Text,
    };

    /// <summary>Gives an operand's parameter value; an id that this server never gave is the key of nothing.</summary>
    public static object? Convert(FilterType type, InputValue input) => (type, input) switch
    {
        (_, NullInput) => null,
        (FilterType.Id, ScalarInput { Value: string text }) => GlobalId.TryParse(text, out var id) ? id.Value.Key : Guid.Empty,
        (_, EnumInput value) => value.Name,

        // The driver takes the first instant that .NET knows for minus infinity, which stands for no instant.
        (FilterType.Instant, ScalarInput { Value: DateTimeOffset instant }) when instant == DateTimeOffset.MinValue => instant.AddMicroseconds(1),
        (_, ScalarInput scalar) => scalar.Value,
        _ => throw new InvalidOperationException($"{input} is no operand."),
    };

    /// <summary>Gives a list's parameter value; nulls in it are the business of the condition.</summary>
    public static object ConvertAll(FilterType type, IReadOnlyList<InputValue> items)
    {
        var values = items.Select(item => Convert(type, item)).Where(value => value is not null);
        return type switch
        {
            FilterType.Integer => values.Cast<int>().ToArray(),
            FilterType.Instant => values.Cast<DateTimeOffset>().ToArray(),
            FilterType.Id => values.Cast<Guid>().ToArray(),
            _ => values.Cast<string>().ToArray(),
        };
    }
}
