using ContentApi.GraphQL.Errors;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Inputs;

/// <summary>
/// Turns literals of a document into values of their types (specification, section 3, "input coercion" of each kind).
/// The document has passed validation, so what can still be wrong is what variables bring.
/// </summary>
/// <param name="defaults">Default values as the schema writes them.</param>
/// <param name="variables">The request's variables.</param>
internal sealed class InputCoercer(SchemaDefaults defaults, VariableValues variables)
{
    private int _values;

    /// <summary>Gives the arguments of a field or directive; an argument that is absent and has no default is left out.</summary>
    public FieldArguments Arguments(string owner, QueryArguments? definitions, GraphQLArguments? written)
    {
        if (definitions is null || definitions.Count == 0)
        {
            return FieldArguments.None;
        }

        var values = new Dictionary<string, InputValue>();
        foreach (var definition in definitions)
        {
            var literal = written?.FirstOrDefault(argument => argument.Name.Value == definition.Name)?.Value;
            var value = literal is null ? null : FromLiteral(literal, definition.ResolvedType!);
            value ??= defaults.Find(owner, definition.Name) is { } fallback ? FromLiteral(fallback, definition.ResolvedType!) : null;
            if (value is not null)
            {
                values[definition.Name] = value;
            }
        }

        return new FieldArguments(values);
    }

    /// <summary>Gives a literal's value; null when it is a variable without a value.</summary>
    /// <exception cref="LimitError">The operation's literals have more values than the server reads.</exception>
    public InputValue? FromLiteral(GraphQLValue literal, IGraphType type)
    {
        if (++_values > InputObjectRules.MaximumValues)
        {
            throw new LimitError(ErrorCode.InputTooLarge, $"The operation's arguments have more than {InputObjectRules.MaximumValues} values.") { DocumentOffset = literal.Location.Start };
        }

        if (literal is GraphQLVariable variable)
        {
            var value = variables.Find(variable.Name.StringValue);
            return value is NullInput && type is NonNullGraphType
                ? throw new InvalidVariableError($"Variable '${variable.Name.StringValue}' is null where a value is needed.") { DocumentOffset = variable.Location.Start }
                : value;
        }

        return (type, literal) switch
        {
            (NonNullGraphType nonNull, _) => FromLiteral(literal, nonNull.ResolvedType!),
            (_, GraphQLNullValue) => new NullInput(),
            (ListGraphType list, GraphQLListValue items) => new ListInput([.. ListItems(items, list.ResolvedType!)]),
            (ListGraphType list, _) => new ListInput([FromLiteral(literal, list.ResolvedType!)!]),
            (IInputObjectGraphType input, GraphQLObjectValue value) => FromObject(input, value),
            (EnumerationGraphType, GraphQLEnumValue value) => new EnumInput(value.Name.StringValue),
            (ScalarGraphType scalar, _) => new ScalarInput(ScalarReader.FromLiteral(scalar, literal)),
            _ => throw new InvalidArgumentError($"A value of type '{type}' is needed here.") { DocumentOffset = literal.Location.Start },
        };
    }

    private IEnumerable<InputValue> ListItems(GraphQLListValue list, IGraphType itemType) =>
        (list.Values ?? []).Select(item => FromLiteral(item, itemType) ?? NullItem(item, itemType));

    private static InputValue NullItem(GraphQLValue item, IGraphType itemType) =>
        itemType is NonNullGraphType
            ? throw new InvalidVariableError($"{item} has no value where one is needed.") { DocumentOffset = item.Location.Start }
            : new NullInput();

    private ObjectInput FromObject(IInputObjectGraphType type, GraphQLObjectValue literal)
    {
        var fields = new List<KeyValuePair<string, InputValue>>();
        foreach (var field in literal.Fields ?? [])
        {
            var definition = type.Fields.Find(field.Name.Value)
                ?? throw new InvalidArgumentError($"'{type.Name}' has no field '{field.Name.StringValue}'.") { DocumentOffset = field.Location.Start };
            if (FromLiteral(field.Value, definition.ResolvedType!) is { } value)
            {
                fields.Add(new(definition.Name, value));
            }
        }

        AddDefaults(type, fields);
        InputObjectRules.Check(type, fields, message => new InvalidArgumentError($"{message}.") { DocumentOffset = literal.Location.Start });
        return new ObjectInput(fields);
    }

    private void AddDefaults(IInputObjectGraphType type, List<KeyValuePair<string, InputValue>> fields)
    {
        foreach (var definition in type.Fields)
        {
            if (!fields.Exists(field => field.Key == definition.Name) && defaults.Find(type.Name, definition.Name) is { } fallback)
            {
                fields.Add(new(definition.Name, FromLiteral(fallback, definition.ResolvedType!)!));
            }
        }
    }
}
