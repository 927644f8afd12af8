namespace ContentApi.GraphQL.Inputs;

/// <summary>An explicit null.</summary>
internal sealed record NullInput : InputValue;
