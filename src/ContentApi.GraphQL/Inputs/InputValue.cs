namespace ContentApi.GraphQL.Inputs;

/// <summary>
/// A coerced input value (specification, section 6.1.2). A value that came in a variable remembers where, so that a plan
/// made with it can be bound to the next request's value.
/// </summary>
internal abstract record InputValue
{
    /// <summary>Null for values written in the document.</summary>
    public VariablePath? Origin { get; init; }

    /// <summary>Gives the value that this one stands for in another request of the same shape.</summary>
    public virtual InputValue Resolve(VariableValues variables) => Origin is null ? this : variables.Find(Origin);
}
