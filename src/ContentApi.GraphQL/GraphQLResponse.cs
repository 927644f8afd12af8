using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL;

/// <summary>A complete response body: a JSON object with <c>data</c>, <c>errors</c> or both.</summary>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Outcome">How far the request came; decides the HTTP status.</param>
public sealed record GraphQLResponse(ReadOnlyMemory<byte> Body, GraphQLOutcome Outcome)
{
    /// <summary>True when everybody who asks the same gets the same, until the content changes or an article's date comes or passes.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Version of the content that the answer was made from, as its own statement saw it; null when nothing of the content is in it.</summary>
    public long? ContentVersion { get; init; }

    /// <summary>What the answer depends on, the most general first: <c>article</c>, <c>category</c>, <c>article:path:/a</c>. Printable ASCII without blanks and commas.</summary>
    public IReadOnlyList<string> CacheTags => Dependencies?.Tags(Variables!) ?? [];

    /// <summary>What the tags are made from, when somebody asks: most executions are answered without.</summary>
    internal Dependencies? Dependencies { get; init; }

    internal VariableValues? Variables { get; init; }
}
