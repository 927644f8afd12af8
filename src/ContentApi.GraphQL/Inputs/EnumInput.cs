namespace ContentApi.GraphQL.Inputs;

/// <summary>A value of an enum.</summary>
internal sealed record EnumInput(string Name) : InputValue;
