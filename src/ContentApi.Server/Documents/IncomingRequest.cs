using System.Text.Json;

namespace ContentApi.Server.Documents;

/// <summary>A request as it came: the document may be sent, named, or both.</summary>
internal sealed record IncomingRequest
{
    /// <summary>The document; null when it is named only.</summary>
    public string? Query { get; init; }

    /// <summary>Id of a trusted document.</summary>
    public string? DocumentId { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal digits by which the document is, or is to be, registered (automatic persisted queries).</summary>
    public string? PersistedHash { get; init; }

    /// <summary>Which operation of the document to run.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object; default when there are none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>An array of requests that are answered together; when given, nothing else is.</summary>
    public JsonElement Batch { get; init; }

    /// <summary>True to be told how the answer comes about.</summary>
    public bool Explain { get; init; }
}
