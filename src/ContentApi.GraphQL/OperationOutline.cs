using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Validation;
using GraphQLParser.AST;

namespace ContentApi.GraphQL;

/// <summary>What an operation says of itself, without regard to the schema.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Kind"><c>query</c>, <c>mutation</c> or <c>subscription</c>.</param>
/// <param name="Variables">The variables in the order in which it declares them.</param>
public sealed record OperationOutline(string? Name, string Kind, IReadOnlyList<VariableOutline> Variables)
{
    /// <summary>True for a query.</summary>
    public bool IsQuery => Kind == "query";

    /// <summary>Reads the operations of a document.</summary>
    /// <exception cref="FormatException">The document is not GraphQL, or larger than the server reads; the message says what is wrong, and in which line.</exception>
    public static IReadOnlyList<OperationOutline> ReadAll(string document)
    {
        try
        {
            return [.. DocumentReader.Read(document).Definitions.OfType<GraphQLOperationDefinition>().Select(Of)];
        }
        catch (RequestError fault)
        {
            var line = fault.DocumentOffset is { } offset ? $"Line {document.AsSpan(0, Math.Min(offset, document.Length)).Count('\n') + 1}: " : "";
            throw new FormatException($"{line}{fault.Message}", fault);
        }
    }

    private static OperationOutline Of(GraphQLOperationDefinition operation) => new(
        operation.Name?.StringValue,
        operation.Operation.ToString().ToLowerInvariant(),
        [.. (operation.Variables?.Items ?? []).Select(variable => new VariableOutline(
            variable.Variable.Name.StringValue, variable is { Type: GraphQLNonNullType, DefaultValue: null }))]);
}
