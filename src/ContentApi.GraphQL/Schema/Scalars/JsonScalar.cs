using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>Any JSON value.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public override bool CanParseLiteral(GraphQLValue value) => true;

    public override object? ParseLiteral(GraphQLValue value) => value;

    public override object? ParseValue(object? value) => value;
}
