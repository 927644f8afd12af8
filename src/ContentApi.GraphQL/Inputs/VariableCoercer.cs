using System.Text.Json;
using ContentApi.GraphQL.Errors;
using GraphQL.Types;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Turns a request's JSON variables into values of their declared types (specification, section 6.1.2).</summary>
internal sealed class VariableCoercer(SchemaDefaults defaults)
{
    private const int MaximumDepth = 24;

    // For a text that cannot be read because it holds one.
    private const string HalfPair = "\ud800";

    /// <summary>Gives the values of an operation's variables; unknown variables are ignored.</summary>
    /// <exception cref="InvalidVariableError">A value does not fit, or a required one is missing.</exception>
    /// <exception cref="LimitError">A value is larger than the server reads.</exception>
    public VariableValues Coerce(IReadOnlyList<VariableDefinition> definitions, JsonElement json)
    {
        if (definitions.Count == 0)
        {
            return VariableValues.None;
        }

        var nodes = 0;
        var values = new Dictionary<string, InputValue>(definitions.Count);
        foreach (var definition in definitions)
        {
            var place = new Place(definition, new VariablePath(definition.Name, []));
            if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(definition.Name, out var value))
            {
                values[definition.Name] = FromJson(value, definition.Type, place, 0, ref nodes);
            }
            else if (definition.Default is { } literal)
            {
                values[definition.Name] = WithOrigin(new InputCoercer(defaults, VariableValues.None).FromLiteral(literal, definition.Type)!, place.Path);
            }
            else if (definition.Type is NonNullGraphType)
            {
                throw place.Fault("has no value; it is required");
            }
        }

        return new VariableValues(values);
    }

    private InputValue FromJson(JsonElement json, IGraphType type, Place place, int depth, ref int nodes)
    {
        if (depth > MaximumDepth || ++nodes > InputObjectRules.MaximumValues)
        {
            throw new LimitError(ErrorCode.InputTooLarge, $"Variable '${place.Path.Variable}' is deeper than {MaximumDepth} levels or has more than {InputObjectRules.MaximumValues} values.");
        }

        if (type is NonNullGraphType nonNull)
        {
            return json.ValueKind == JsonValueKind.Null
                ? throw place.Fault($"is null; a value of type '{nonNull.ResolvedType}' is needed")
                : FromJson(json, nonNull.ResolvedType!, place, depth, ref nodes);
        }

        if (json.ValueKind == JsonValueKind.Null)
        {
            return new NullInput { Origin = place.Path };
        }

        return type switch
        {
            ListGraphType list => FromArray(json, list.ResolvedType!, place, depth, ref nodes),
            IInputObjectGraphType input => FromObject(json, input, place, depth, ref nodes),
            EnumerationGraphType values => json.ValueKind == JsonValueKind.String && ScalarReader.Text(json) is { } name && values.Values.FindByName(name) is { } found
                ? new EnumInput(found.Name) { Origin = place.Path }
                : throw place.Fault($"is none of {string.Join(", ", values.Values.Select(value => value.Name))}"),
            ScalarGraphType scalar => ScalarReader.FromJson(scalar, json) is { } value
                ? new ScalarInput(value) { Origin = place.Path }
                : throw place.Fault(ScalarFault.Of(scalar, json.ValueKind == JsonValueKind.String ? ScalarReader.Text(json) ?? HalfPair : null)),
            _ => throw place.Fault($"cannot be of type '{type}'"),
        };
    }

    private ListInput FromArray(JsonElement json, IGraphType itemType, Place place, int depth, ref int nodes)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            // A single value stands for a list of one (specification, section 3.11).
            return new ListInput([FromJson(json, itemType, place.Append(0), depth + 1, ref nodes)]) { Origin = place.Path };
        }

        var items = new List<InputValue>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            items.Add(FromJson(item, itemType, place.Append(items.Count), depth + 1, ref nodes));
        }

        return new ListInput(items) { Origin = place.Path };
    }

    private ObjectInput FromObject(JsonElement json, IInputObjectGraphType type, Place place, int depth, ref int nodes)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw place.Fault($"is no object of type '{type.Name}'");
        }

        var fields = new List<KeyValuePair<string, InputValue>>();
        foreach (var property in json.EnumerateObject())
        {
            var definition = FindField(type, property) ?? throw place.Fault($"has the field '{Shorten(property.Name)}', which '{type.Name}' does not have");
            fields.RemoveAll(field => field.Key == definition.Name);
            fields.Add(new(definition.Name, FromJson(property.Value, definition.ResolvedType!, place.Append(definition.Name), depth + 1, ref nodes)));
        }

        foreach (var definition in type.Fields.Where(definition => !fields.Exists(field => field.Key == definition.Name)))
        {
            if (defaults.Find(type.Name, definition.Name) is { } literal)
            {
                var value = new InputCoercer(defaults, VariableValues.None).FromLiteral(literal, definition.ResolvedType!)!;
                fields.Add(new(definition.Name, WithOrigin(value, place.Path.Append(definition.Name))));
            }
        }

        InputObjectRules.Check(type, fields, message => place.Fault($"does not fit: {message}"));
        return new ObjectInput(fields) { Origin = place.Path };
    }

    private static FieldType? FindField(IInputObjectGraphType type, JsonProperty property)
    {
        foreach (var definition in type.Fields)
        {
            if (property.NameEquals(definition.Name))
            {
                return definition;
            }
        }

        return null;
    }

    private static string Shorten(string name) => name.Length <= 50 ? name : string.Concat(name.AsSpan(0, 50), "…");

    // A default takes part in binding like any other value of the variable.
    private static InputValue WithOrigin(InputValue value, VariablePath path) => value switch
    {
        ListInput list => new ListInput([.. list.Items.Select((item, index) => WithOrigin(item, path.Append(index)))]) { Origin = path },
        ObjectInput input => new ObjectInput([.. input.Fields.Select(field => KeyValuePair.Create(field.Key, WithOrigin(field.Value, path.Append(field.Key))))]) { Origin = path },
        _ => value with { Origin = path },
    };

    private readonly record struct Place(VariableDefinition Definition, VariablePath Path)
    {
        public Place Append(object step) => this with { Path = Path.Append(step) };

        public InvalidVariableError Fault(string what)
        {
            var steps = string.Concat(Path.Steps.Select(step => step is int index ? $"[{index}]" : $".{step}"));
            return new InvalidVariableError($"Variable '${Path.Variable}{steps}' {what}.") { DocumentOffset = Definition.Offset };
        }
    }
}
