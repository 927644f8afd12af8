namespace ContentApi.GraphQL;

/// <summary>A variable that an operation declares.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="IsRequired">True when it may be neither left out nor null.</param>
public sealed record VariableOutline(string Name, bool IsRequired);
