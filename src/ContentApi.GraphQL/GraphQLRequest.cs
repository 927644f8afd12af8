using System.Text.Json;

namespace ContentApi.GraphQL;

/// <summary>The parameters of a GraphQL request, as the GraphQL over HTTP specification names them.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document.</summary>
    public required string Query { get; init; }

    /// <summary>Which operation of the document to run; null when it has one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object; default (undefined) when there are no variables.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>Whether the answer tells the cost.</summary>
    public GraphQLCostMode Cost { get; init; }

    /// <summary>True to be told the statement, PostgreSQL's plan and missing indexes in <c>extensions.explain</c>; for editors.</summary>
    public bool Explain { get; init; }
}
