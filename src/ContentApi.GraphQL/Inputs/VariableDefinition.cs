using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Inputs;

/// <summary>A variable that an operation declares.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Type">Resolved against the schema.</param>
/// <param name="Default">As written; null when there is none.</param>
/// <param name="Offset">Place in the document.</param>
internal sealed record VariableDefinition(string Name, IGraphType Type, GraphQLValue? Default, int Offset);
