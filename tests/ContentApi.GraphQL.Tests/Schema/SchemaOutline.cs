using System.Text.Json.Nodes;
using ContentApi.GraphQL.Inputs;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Schema;

/// <summary>Writes all that a schema says, one line for every type, field, argument and value, from the file and from introspection alike.</summary>
internal static class SchemaOutline
{
    public static IReadOnlyList<string> Of(GraphQLDocument schema) =>
        [.. schema.Definitions.OfType<GraphQLTypeDefinition>().Where(definition => definition is not GraphQLDirectiveDefinition).SelectMany(OfType).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Of(JsonNode introspected) =>
        [.. introspected["types"]!.AsArray().Select(type => type!).Where(IsOwn).SelectMany(OfType).Order(StringComparer.Ordinal)];

    // The five scalars of the specification and the types of introspection itself are in no file.
    private static bool IsOwn(JsonNode type) =>
        Text(type, "name") is var name && !name.StartsWith("__", StringComparison.Ordinal) && name is not ("String" or "Int" or "Float" or "Boolean" or "ID");

    private static IEnumerable<string> OfType(JsonNode type)
    {
        var name = Text(type, "name");
        yield return $"{name} {Text(type, "kind")} specified:{Text(type, "specifiedByURL")} oneOf:{type["isOneOf"]?.GetValue<bool>() ?? false} \"{Text(type, "description")}\"";
        foreach (var implemented in Items(type, "interfaces"))
        {
            yield return $"{name} implements {Text(implemented, "name")}";
        }

        foreach (var field in Items(type, "fields"))
        {
            yield return $"{name}.{Text(field, "name")}: {TypeText(field["type"]!)} \"{Text(field, "description")}\"";
            foreach (var argument in Items(field, "args"))
            {
                yield return $"{name}.{Text(field, "name")}({OfInput(argument)}";
            }
        }

        foreach (var field in Items(type, "inputFields"))
        {
            yield return $"{name}.{OfInput(field)}";
        }

        foreach (var value in Items(type, "enumValues"))
        {
            yield return $"{name} = {Text(value, "name")} \"{Text(value, "description")}\"";
        }
    }

    private static string OfInput(JsonNode input) =>
        $"{Text(input, "name")}: {TypeText(input["type"]!)} = {Text(input, "defaultValue")} \"{Text(input, "description")}\"";

    private static IEnumerable<string> OfType(GraphQLTypeDefinition type)
    {
        var name = type.Name.StringValue;
        var directives = (type as IHasDirectivesNode)?.Directives?.Items ?? [];
        var specified = directives.Find(directive => directive.Name.StringValue == "specifiedBy")?.Arguments?[0].Value is GraphQLStringValue url ? url.Value.ToString() : string.Empty;
        yield return $"{name} {Kind(type)} specified:{specified} oneOf:{directives.Exists(directive => directive.Name.StringValue == "oneOf")} {Description(type)}";
        foreach (var implemented in (type as GraphQLObjectTypeDefinition)?.Interfaces?.Items ?? [])
        {
            yield return $"{name} implements {implemented.Name.StringValue}";
        }

        foreach (var field in (type as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
        {
            yield return $"{name}.{field.Name.StringValue}: {TypeText(field.Type)} {Description(field)}";
            foreach (var argument in field.Arguments?.Items ?? [])
            {
                yield return $"{name}.{field.Name.StringValue}({OfInput(argument)}";
            }
        }

        foreach (var field in (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [])
        {
            yield return $"{name}.{OfInput(field)}";
        }

        foreach (var value in (type as GraphQLEnumTypeDefinition)?.Values?.Items ?? [])
        {
            yield return $"{name} = {value.Name.StringValue} {Description(value)}";
        }
    }

    private static string OfInput(GraphQLInputValueDefinition input) =>
        $"{input.Name.StringValue}: {TypeText(input.Type)} = {Default(input.DefaultValue)} {Description(input)}";

    private static string? Default(GraphQLValue? value) => value switch
    {
        null => string.Empty,
        GraphQLEnumValue name => name.Name.StringValue,
        _ => LiteralJson.Write(value),
    };

    private static string Kind(GraphQLTypeDefinition type) => type switch
    {
        GraphQLScalarTypeDefinition => "SCALAR",
        GraphQLObjectTypeDefinition => "OBJECT",
        GraphQLInterfaceTypeDefinition => "INTERFACE",
        GraphQLUnionTypeDefinition => "UNION",
        GraphQLEnumTypeDefinition => "ENUM",
        _ => "INPUT_OBJECT",
    };

    private static string Description(IHasDescriptionNode node) => $"\"{node.Description?.Value.ToString()}\"";

    private static string TypeText(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => $"{TypeText(nonNull.Type)}!",
        GraphQLListType list => $"[{TypeText(list.Type)}]",
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static string TypeText(JsonNode type) => Text(type, "kind") switch
    {
        "NON_NULL" => $"{TypeText(type["ofType"]!)}!",
        "LIST" => $"[{TypeText(type["ofType"]!)}]",
        _ => Text(type, "name"),
    };

    private static IEnumerable<JsonNode> Items(JsonNode node, string name) => node[name]?.AsArray().Select(item => item!) ?? [];

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? string.Empty;
}
