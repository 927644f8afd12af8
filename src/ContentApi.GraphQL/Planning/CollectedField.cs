using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Planning;

/// <summary>A response field with all the places of the document that ask for it (specification, section 6.3.2).</summary>
/// <param name="ResponseKey">The alias or the name.</param>
/// <param name="Type">The object type that has the field.</param>
/// <param name="Definition">The field; null for <c>__typename</c>.</param>
/// <param name="Nodes">One or more places with equal names and arguments.</param>
internal sealed record CollectedField(string ResponseKey, IObjectGraphType Type, FieldType? Definition, List<GraphQLField> Nodes)
{
    /// <summary>Name of the field.</summary>
    public string Name => Nodes[0].Name.StringValue;
}
