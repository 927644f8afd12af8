using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace ContentApi.GraphQL.Schema;

/// <summary>
/// What the engine's introspection lacks of the current specification (section 4.2) and today's tools ask for:
/// <c>__Type.specifiedByURL</c> and <c>__Directive.args(includeDeprecated:)</c>.
/// </summary>
internal static class IntrospectionAdditions
{
    public static void AddTo(ISchema schema)
    {
        ((IObjectGraphType)schema.AllTypes["__Type"]!).AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Address of the specification of a custom scalar.",
            Type = typeof(StringGraphType),
            ResolvedType = schema.AllTypes["String"],
            Resolver = new FuncFieldResolver<object>(SpecifiedBy),
        });

        var arguments = ((IObjectGraphType)schema.AllTypes["__Directive"]!).Fields.Find("args")!;
        arguments.Arguments ??= [];
        arguments.Arguments.Add(new QueryArgument(schema.AllTypes["Boolean"]!)
        {
            Name = "includeDeprecated",
            Description = "Also list arguments that are deprecated.",
            DefaultValue = false,
        });
    }

    private static object? SpecifiedBy(IResolveFieldContext context) =>
        (context.Source as ScalarGraphType)?.GetAppliedDirectives()?.Find("specifiedBy")?.FindArgument("url")?.Value;
}
