namespace ContentApi.GraphQL.Planning.Output;

/// <summary>JSON text that is known when the plan is made, such as <c>__typename</c>.</summary>
internal sealed record OutputLiteral(string Json) : OutputValue;
