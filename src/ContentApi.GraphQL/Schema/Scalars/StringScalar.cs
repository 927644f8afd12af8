using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>A scalar that is written as a string and is checked on the way in.</summary>
internal abstract class StringScalar : ScalarGraphType
{
    /// <summary>What a caller should have sent, after "expected".</summary>
    public abstract string Expected { get; }

    /// <summary>Reads the text; false when it is none of the scalar's values.</summary>
    protected abstract bool TryRead(string text, out object? value);

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value, $"Expected {Expected}."),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text when TryRead(text, out var read) => read,
        _ => ThrowValueConversionError(value),
    };
}
