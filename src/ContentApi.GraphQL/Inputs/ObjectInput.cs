namespace ContentApi.GraphQL.Inputs;

/// <summary>An input object; fields in the order in which the client wrote them, then those with defaults.</summary>
internal sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, InputValue>> Fields) : InputValue
{
    /// <summary>Gives a field's value; null when it is absent or null.</summary>
    public InputValue? Find(string name)
    {
        foreach (var (key, value) in Fields)
        {
            if (key == name)
            {
                return value is NullInput ? null : value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override InputValue Resolve(VariableValues variables) => Origin is null
        ? new ObjectInput([.. Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Resolve(variables)))])
        : base.Resolve(variables);
}
