namespace ContentApi.GraphQL.Planning.Output;

/// <summary>A JSON object over the row at hand.</summary>
/// <param name="Fields">Members in response order.</param>
/// <param name="NullWhen">Condition under which <c>null</c> is printed instead; null for never.</param>
internal sealed record OutputObject(IReadOnlyList<OutputField> Fields, string? NullWhen = null) : OutputValue;
