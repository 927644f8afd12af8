using ContentApi.GraphQL.Inputs;

namespace ContentApi.GraphQL.Planning;

/// <summary>What differs between two requests that share a plan.</summary>
/// <param name="Variables">The coerced variables.</param>
/// <param name="Now">Decides what is published.</param>
/// <param name="PublicBaseUrl">Put before local paths.</param>
/// <param name="Introspection">JSON of the introspection fields by response key.</param>
internal sealed record RequestBinding(
    VariableValues Variables,
    DateTimeOffset Now,
    string PublicBaseUrl,
    IReadOnlyDictionary<string, string> Introspection);
