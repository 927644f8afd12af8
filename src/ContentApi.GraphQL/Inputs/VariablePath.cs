namespace ContentApi.GraphQL.Inputs;

/// <summary>Place of a value within a request's variables.</summary>
/// <param name="Variable">Name without the dollar sign.</param>
/// <param name="Steps">Field names and list indices (as int) from the variable's value downwards.</param>
internal sealed record VariablePath(string Variable, IReadOnlyList<object> Steps)
{
    /// <summary>Gives the place one step further down.</summary>
    public VariablePath Append(object step) => new(Variable, [.. Steps, step]);
}
