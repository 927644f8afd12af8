using GraphQLParser.AST;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Default values of arguments and input fields, as the schema file writes them.</summary>
internal sealed class SchemaDefaults
{
    private readonly Dictionary<(string Owner, string Name), GraphQLValue> _values = [];

    /// <param name="schema">The parsed schema file.</param>
    public SchemaDefaults(GraphQLDocument schema)
    {
        foreach (var definition in schema.Definitions)
        {
            if (definition is GraphQLObjectTypeDefinition { Fields: { } fields } type)
            {
                foreach (var field in fields)
                {
                    Add($"{type.Name.StringValue}.{field.Name.StringValue}", field.Arguments);
                }
            }
            else if (definition is GraphQLInputObjectTypeDefinition input)
            {
                Add(input.Name.StringValue, input.Fields);
            }
        }
    }

    /// <summary>Gives the default; null when there is none.</summary>
    /// <param name="owner"><c>Type.field</c> of an argument, or the name of an input type.</param>
    /// <param name="name">Name of the argument or field.</param>
    public GraphQLValue? Find(string owner, string name) => _values.GetValueOrDefault((owner, name));

    private void Add(string owner, IEnumerable<GraphQLInputValueDefinition>? definitions)
    {
        foreach (var definition in definitions ?? [])
        {
            if (definition.DefaultValue is { } value)
            {
                _values[(owner, definition.Name.StringValue)] = value;
            }
        }
    }
}
