using System.Text.Json;
using ContentApi.GraphQL.Schema;
using GraphQLParser;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Schema;

/// <summary>Says which fields of input objects an operation gives, in its document or in its variables, as <c>Type.field</c>.</summary>
internal static class GivenInputs
{
    private static readonly Dictionary<string, Dictionary<string, string>> Types = ContentSchema.Definitions.Definitions
        .OfType<GraphQLInputObjectTypeDefinition>()
        .ToDictionary(type => type.Name.StringValue, type => type.Fields!.ToDictionary(field => field.Name.StringValue, field => SelectedFields.Named(field.Type)));

    /// <summary>Every field of every input object of the schema.</summary>
    public static IEnumerable<string> OfSchema => Types.SelectMany(type => type.Value.Keys.Select(name => $"{type.Key}.{name}"));

    /// <summary>Every field that a valid operation gives.</summary>
    public static IEnumerable<string> Of(string query, string variables)
    {
        var document = Parser.Parse(query);
        var values = JsonDocument.Parse(variables).RootElement;
        foreach (var (type, field) in SelectedFields.In(document))
        {
            var definitions = SelectedFields.Definition(type, field).Arguments?.Items ?? [];
            foreach (var argument in field.Arguments?.Items ?? [])
            {
                var input = SelectedFields.Named(definitions.Single(definition => definition.Name.Value == argument.Name.Value).Type);
                foreach (var given in OfLiteral(input, argument.Value, values))
                {
                    yield return given;
                }
            }
        }
    }

    private static IEnumerable<string> OfLiteral(string type, GraphQLValue value, JsonElement variables) => (value, Types.GetValueOrDefault(type)) switch
    {
        (GraphQLObjectValue given, { } fields) => (given.Fields ?? []).SelectMany(field => OfLiteral(fields[field.Name.StringValue], field.Value, variables).Prepend($"{type}.{field.Name.StringValue}")),
        (GraphQLListValue list, _) => (list.Values ?? []).SelectMany(item => OfLiteral(type, item, variables)),
        (GraphQLVariable variable, _) when variables.TryGetProperty(variable.Name.StringValue, out var json) => OfJson(type, json),
        _ => [],
    };

    private static IEnumerable<string> OfJson(string type, JsonElement value) => (value.ValueKind, Types.GetValueOrDefault(type)) switch
    {
        (JsonValueKind.Object, { } fields) => value.EnumerateObject().SelectMany(field => OfJson(fields[field.Name], field.Value).Prepend($"{type}.{field.Name}")),
        (JsonValueKind.Array, _) => value.EnumerateArray().SelectMany(item => OfJson(type, item)),
        _ => [],
    };
}
