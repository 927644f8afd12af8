using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema;

/// <summary>What <c>@authorize</c> of the schema guards: the file that clients read is the rule that holds.</summary>
internal static class Authorization
{
    private const string EditorPolicy = "editor";

    private static readonly HashSet<string> Guarded =
    [
        .. ContentSchema.Definitions.Definitions.OfType<GraphQLObjectTypeDefinition>().SelectMany(type =>
            (type.Fields?.Items ?? []).Where(field => IsGuarded(field.Directives)).Select(field => $"{type.Name.StringValue}.{field.Name.StringValue}")
                .Concat(IsGuarded(type.Directives) ? [type.Name.StringValue] : [])),
    ];

    /// <summary>True when only editors may read objects of a type.</summary>
    public static bool IsForEditors(string typeName) => Guarded.Contains(typeName);

    /// <summary>True when only editors may read a field.</summary>
    public static bool IsForEditors(string typeName, string fieldName) => Guarded.Contains($"{typeName}.{fieldName}");

    private static bool IsGuarded(GraphQLDirectives? directives)
    {
        if (directives?.Items.Find(directive => directive.Name.StringValue == "authorize") is not { } authorize)
            return false;
        return authorize.Arguments is [{ Value: GraphQLStringValue policy }] && policy.Value == EditorPolicy
            ? true
            : throw new InvalidOperationException("The schema names a policy that is not there.");
    }
}
