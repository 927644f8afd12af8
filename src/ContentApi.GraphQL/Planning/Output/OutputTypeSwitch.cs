namespace ContentApi.GraphQL.Planning.Output;

/// <summary>An object whose type is known only with the request: <c>node</c>.</summary>
/// <param name="TypeName">SQL expression of the type's name.</param>
/// <param name="Cases">What is printed for each type; for any other, <c>null</c>.</param>
internal sealed record OutputTypeSwitch(string TypeName, IReadOnlyList<KeyValuePair<string, OutputValue>> Cases) : OutputValue;
