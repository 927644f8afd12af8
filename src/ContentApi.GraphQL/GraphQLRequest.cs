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
}
