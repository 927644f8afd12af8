using GraphQL.Types;

namespace ContentApi.GraphQL.Inputs;

/// <summary>What holds for every input object, from a literal or from a variable.</summary>
internal static class InputObjectRules
{
    /// <summary>How many values the arguments or the variables of a request may have; every one can become SQL.</summary>
    public const int MaximumValues = 2_000;

    /// <summary>Throws when a required field is missing, or when a <c>@oneOf</c> object has not exactly one field with a value.</summary>
    public static void Check(IInputObjectGraphType type, List<KeyValuePair<string, InputValue>> fields, Func<string, Exception> fault)
    {
        foreach (var definition in type.Fields)
        {
            if (definition.ResolvedType is NonNullGraphType && !fields.Exists(field => field.Key == definition.Name))
            {
                throw fault($"'{type.Name}' needs the field '{definition.Name}'");
            }
        }

        if (type.IsOneOf && (fields.Count != 1 || fields[0].Value is NullInput))
        {
            throw fault($"'{type.Name}' takes exactly one of its fields, with a value: {string.Join(", ", type.Fields.Select(field => field.Name))}");
        }
    }
}
