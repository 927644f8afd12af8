namespace ContentApi.GraphQL.Inputs;

/// <summary>A list.</summary>
internal sealed record ListInput(IReadOnlyList<InputValue> Items) : InputValue
{
    /// <inheritdoc/>
    public override InputValue Resolve(VariableValues variables) =>
        Origin is null ? new ListInput([.. Items.Select(item => item.Resolve(variables))]) : base.Resolve(variables);
}
