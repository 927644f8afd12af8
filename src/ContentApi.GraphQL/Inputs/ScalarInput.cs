namespace ContentApi.GraphQL.Inputs;

/// <summary>A scalar.</summary>
/// <param name="Value">Boolean, int, long, double, string (also ID and JSON text), DateTimeOffset or Guid.</param>
internal sealed record ScalarInput(object Value) : InputValue;
