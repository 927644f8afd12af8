namespace ContentApi.GraphQL.Inputs;

/// <summary>The coerced variables of one request; absent ones have no entry.</summary>
internal sealed class VariableValues(IReadOnlyDictionary<string, InputValue> values)
{
    /// <summary>No variables.</summary>
    public static readonly VariableValues None = new(new Dictionary<string, InputValue>());

    /// <summary>All values by name.</summary>
    public IReadOnlyDictionary<string, InputValue> All => values;

    /// <summary>Gives a variable's value; null when it is absent.</summary>
    public InputValue? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>Gives the value at a place that exists in every request of the same shape.</summary>
    public InputValue Find(VariablePath path)
    {
        var value = values[path.Variable];
        foreach (var step in path.Steps)
        {
            value = step is int index
                ? ((ListInput)value).Items[index]
                : ((ObjectInput)value).Fields.First(field => field.Key == (string)step).Value;
        }

        return value;
    }
}
