using System.Globalization;
using System.Numerics;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>A signed 64-bit integer, written as a JSON number.</summary>
internal sealed class LongScalar : ScalarGraphType
{
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLIntValue number when long.TryParse(number.Value.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) => read,
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value, "Expected a whole number of up to 64 bits."),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        int number => (long)number,
        long number => number,
        BigInteger number when number >= long.MinValue && number <= long.MaxValue => (long)number,
        double number when Math.Floor(number) == number && Math.Abs(number) < 9e15 => (long)number,
        _ => ThrowValueConversionError(value),
    };
}
