using GraphQLParser.AST;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>Walks a schema from its queries to every place where a value is given.</summary>
internal sealed class InputPlaces
{
    private readonly Dictionary<string, GraphQLInputObjectTypeDefinition> _inputs;
    private readonly Dictionary<string, GraphQLEnumTypeDefinition> _enums;
    private readonly Dictionary<string, GraphQLFieldsDefinition> _objects;
    private readonly HashSet<string> _walked = [];

    /// <param name="schema">The parsed schema.</param>
    public InputPlaces(GraphQLDocument schema)
    {
        _inputs = schema.Definitions.OfType<GraphQLInputObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        _enums = schema.Definitions.OfType<GraphQLEnumTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        _objects = schema.Definitions.OfType<GraphQLObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue, type => type.Fields!);
    }

    /// <summary>
    /// Every argument of every field. The input objects of an argument are walked to their leaves, each once on its way; those that another argument
    /// took before are the same to the reader of values and are not walked again.
    /// </summary>
    public IEnumerable<InputPlace> All()
    {
        var types = new Queue<(string Type, string Name, Func<string, string> Select)>([("Query", "", field => field)]);
        var reached = new HashSet<string> { "Query" };
        while (types.TryDequeue(out var from))
        {
            foreach (var field in _objects[from.Type])
            {
                var (name, fieldName) = ($"{from.Name}{field.Name.StringValue}", field.Name.StringValue);
                var result = NamedType(field.Type);
                var below = _enums.ContainsKey(result) || !(_objects.ContainsKey(result) || result == "Node") ? "" : " { __typename }";
                var arguments = field.Arguments?.Items ?? [];
                foreach (var place in arguments.SelectMany(argument => OfArgument(name, argument, arguments, given => from.Select($"{fieldName}({given}){below}"))))
                    yield return place;

                if (_objects.ContainsKey(result) && reached.Add(result))
                    types.Enqueue((result, $"{name}.", inner => from.Select($"{fieldName}{Required(arguments)} {{ {inner} }}")));
            }
        }
    }

    /// <summary>The first name of an enum's values; null when the type is none.</summary>
    public string? FirstOf(string type) => _enums.GetValueOrDefault(type)?.Values![0].Name.StringValue;

    /// <summary>True when values of the type are objects with fields of their own.</summary>
    public bool IsObject(string type) => _inputs.ContainsKey(type);

    /// <summary>A value that fits the type, as a literal and as JSON.</summary>
    public (string Literal, string Json) Sample(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Sample(nonNull.Type),
        GraphQLListType list => ($"[{Sample(list.Type).Literal}]", $"[{Sample(list.Type).Json}]"),
        _ when _inputs.TryGetValue(NamedType(type), out var input) => SampleObject(input),
        _ => NamedType(type) switch
        {
            "Int" or "Long" or "Float" or "JSON" => ("1", "1"),
            "Boolean" => ("true", "true"),
            "DateTime" => ("\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\""),
            "LocalDate" => ("\"2026-01-01\"", "\"2026-01-01\""),
            "TimeZone" => ("\"UTC\"", "\"UTC\""),
            "Locale" => ("\"en\"", "\"en\""),
            "URL" => ("\"https://example.org/a\"", "\"https://example.org/a\""),
            var name when FirstOf(name) is { } value => (value, $"\"{value}\""),
            _ => ("\"x\"", "\"x\""),
        },
    };

    public static string NamedType(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => NamedType(nonNull.Type),
        GraphQLListType list => NamedType(list.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static bool IsOneOf(GraphQLInputObjectTypeDefinition type) => type.Directives?.Any(directive => directive.Name.StringValue == "oneOf") == true;

    private IEnumerable<InputPlace> OfArgument(string field, GraphQLInputValueDefinition argument, IReadOnlyList<GraphQLInputValueDefinition> all, Func<string, string> document)
    {
        var others = string.Concat(all.Where(other => other != argument && other.Type is GraphQLNonNullType).Select(other => $", {other.Name.StringValue}: {Sample(other.Type).Literal}"));
        var name = argument.Name.StringValue;
        var place = new InputPlace($"{field}({name}:)", argument.Type, argument.Type, value => document($"{name}: {value}{others}"), value => value, json => json);
        return _walked.Add(NamedType(argument.Type)) ? Below(place, []).Prepend(place) : [place];
    }

    private IEnumerable<InputPlace> Below(InputPlace place, IReadOnlyList<string> way)
    {
        var type = NamedType(place.Type);
        if (!_inputs.TryGetValue(type, out var input) || way.Contains(type))
            return [];
        return input.Fields!.Select(field => Inside(place, input, field)).SelectMany(inner => Below(inner, [.. way, type]).Prepend(inner));
    }

    private InputPlace Inside(InputPlace place, GraphQLInputObjectTypeDefinition type, GraphQLInputValueDefinition field)
    {
        var name = field.Name.StringValue;
        var others = IsOneOf(type) ? [] : type.Fields!.Where(other => other != field && other.Type is GraphQLNonNullType).Select(other => (Name: other.Name.StringValue, Value: Sample(other.Type))).ToList();
        var literals = string.Concat(others.Select(other => $", {other.Name}: {other.Value.Literal}"));
        var json = string.Concat(others.Select(other => $",\"{other.Name}\":{other.Value.Json}"));
        return place with
        {
            Name = $"{place.Name}.{name}",
            Type = field.Type,
            Literal = value => place.Literal($"{{ {name}: {value}{literals} }}"),
            Json = value => place.Json($"{{\"{name}\":{value}{json}}}"),
        };
    }

    private (string Literal, string Json) SampleObject(GraphQLInputObjectTypeDefinition type)
    {
        var fields = IsOneOf(type) ? type.Fields!.Take(1) : type.Fields!.Where(field => field.Type is GraphQLNonNullType);
        var samples = fields.Select(field => (Name: field.Name.StringValue, Value: Sample(field.Type))).ToList();
        return (
            $"{{{string.Join(", ", samples.Select(sample => $"{sample.Name}: {sample.Value.Literal}"))}}}",
            $"{{{string.Join(',', samples.Select(sample => $"\"{sample.Name}\":{sample.Value.Json}"))}}}");
    }

    private string Required(IReadOnlyList<GraphQLInputValueDefinition> arguments)
    {
        var given = arguments.Where(argument => argument.Type is GraphQLNonNullType).Select(argument => $"{argument.Name.StringValue}: {Sample(argument.Type).Literal}").ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }
}
