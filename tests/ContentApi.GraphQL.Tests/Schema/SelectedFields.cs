using ContentApi.GraphQL.Schema;
using GraphQLParser;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Schema;

/// <summary>Says which fields of the schema a document selects, as <c>Type.field</c>.</summary>
internal static class SelectedFields
{
    private static readonly Dictionary<string, Dictionary<string, GraphQLFieldDefinition>> Types = ContentSchema.Definitions.Definitions
        .Where(definition => definition is GraphQLObjectTypeDefinition or GraphQLInterfaceTypeDefinition)
        .ToDictionary(
            definition => ((GraphQLTypeDefinition)definition).Name.StringValue,
            definition => Fields(definition).ToDictionary(field => field.Name.StringValue));

    /// <summary>Every field of the schema.</summary>
    public static IEnumerable<string> OfSchema(GraphQLDocument schema) =>
        schema.Definitions.SelectMany(definition => Fields(definition).Select(field => $"{((GraphQLTypeDefinition)definition).Name.StringValue}.{field.Name.StringValue}"));

    /// <summary>Every field that a valid document selects.</summary>
    public static IEnumerable<string> Of(string query) => In(Parser.Parse(query)).Select(selected => $"{selected.Type}.{selected.Field.Name.StringValue}");

    /// <summary>Every selection of a valid document, with the name of the type that has the field.</summary>
    public static IEnumerable<(string Type, GraphQLField Field)> In(GraphQLDocument document)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(fragment => fragment.FragmentName.Name.StringValue);
        return document.Definitions.OfType<GraphQLOperationDefinition>().SelectMany(operation => In("Query", operation.SelectionSet, fragments));
    }

    private static IEnumerable<(string Type, GraphQLField Field)> In(string type, GraphQLSelectionSet? set, Dictionary<string, GraphQLFragmentDefinition> fragments) =>
        (set?.Selections ?? []).SelectMany(selection => selection switch
        {
            GraphQLField field when field.Name.StringValue.StartsWith("__", StringComparison.Ordinal) => [],
            GraphQLField field => In(Named(Definition(type, field).Type), field.SelectionSet, fragments).Prepend((type, field)),
            GraphQLInlineFragment inline => In(inline.TypeCondition?.Type.Name.StringValue ?? type, inline.SelectionSet, fragments),
            GraphQLFragmentSpread spread => In(fragments[spread.FragmentName.Name.StringValue].TypeCondition.Type.Name.StringValue, fragments[spread.FragmentName.Name.StringValue].SelectionSet, fragments),
            _ => [],
        });

    /// <summary>Gives what the schema says of a field.</summary>
    public static GraphQLFieldDefinition Definition(string type, GraphQLField field) => Types[type][field.Name.StringValue];

    /// <summary>Gives the name of a type without its wrappers.</summary>
    public static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Named(nonNull.Type),
        GraphQLListType list => Named(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new ArgumentException($"{type} is no type.", nameof(type)),
    };

    private static IEnumerable<GraphQLFieldDefinition> Fields(ASTNode definition) => definition switch
    {
        GraphQLObjectTypeDefinition { Fields: { } fields } => fields,
        GraphQLInterfaceTypeDefinition { Fields: { } fields } => fields,
        _ => [],
    };
}
