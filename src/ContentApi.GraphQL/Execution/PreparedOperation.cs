using ContentApi.GraphQL.Inputs;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Execution;

/// <summary>An operation of a valid document, with what the first request for it found out.</summary>
/// <param name="document">The whole document, for its fragments.</param>
/// <param name="operation">The operation.</param>
/// <param name="variables">The variables that it declares.</param>
internal sealed class PreparedOperation(GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyList<VariableDefinition> variables)
{
    /// <summary>The whole document.</summary>
    public GraphQLDocument Document => document;

    /// <summary>The operation.</summary>
    public GraphQLOperationDefinition Operation => operation;

    /// <summary>The variables that it declares.</summary>
    public IReadOnlyList<VariableDefinition> Variables => variables;

    /// <summary>Names of Int variables that stand inside an input object only: their values never shape the SQL.</summary>
    public IReadOnlySet<string> OperandVariables { get; } = OperandVariableFinder.Find(document, variables);
}
