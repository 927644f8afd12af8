using System.Globalization;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema;

/// <summary>
/// Weights and list sizes as <c>@cost</c> and <c>@listSize</c> of the schema give them
/// (<see href="https://ibm.github.io/graphql-specs/cost-spec.html">GraphQL Cost Directives</see>): the file that clients
/// read is the rule that holds.
/// </summary>
internal static class CostDirectives
{
    private static readonly Dictionary<string, double> Weights = [];
    private static readonly Dictionary<string, ListSize> Sizes = [];

    static CostDirectives()
    {
        foreach (var type in ContentSchema.Definitions.Definitions.OfType<GraphQLObjectTypeDefinition>())
        {
            AddWeight(type.Name.StringValue, type.Directives);
            foreach (var field in type.Fields?.Items ?? [])
            {
                Add($"{type.Name.StringValue}.{field.Name.StringValue}", field);
            }
        }

        foreach (var input in ContentSchema.Definitions.Definitions.OfType<GraphQLInputObjectTypeDefinition>())
        {
            foreach (var field in input.Fields?.Items ?? [])
            {
                AddWeight($"{input.Name.StringValue}.{field.Name.StringValue}", field.Directives);
            }
        }
    }

    /// <summary>Gives a weight; null where the schema names none.</summary>
    /// <param name="element"><c>Type</c>, <c>Type.field</c>, <c>Type.field(argument)</c> or <c>Input.field</c>.</param>
    public static double? Weight(string element) => Weights.TryGetValue(element, out var weight) ? weight : null;

    /// <summary>Gives the size of a list; null where the schema names none.</summary>
    /// <param name="field"><c>Type.field</c>.</param>
    public static ListSize? Size(string field) => Sizes.GetValueOrDefault(field);

    private static void Add(string name, GraphQLFieldDefinition field)
    {
        AddWeight(name, field.Directives);
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            AddWeight($"{name}({argument.Name.StringValue})", argument.Directives);
        }

        if (Find(field.Directives, "listSize") is { } size)
        {
            Sizes[name] = new ListSize(Number(size, "assumedSize") ?? 1, Names(size, "slicingArguments"), Number(size, "slicingArgumentDefaultValue"), Names(size, "sizedFields"));
        }
    }

    private static void AddWeight(string element, GraphQLDirectives? directives)
    {
        if (Find(directives, "cost") is { } cost)
        {
            Weights[element] = double.Parse(((GraphQLStringValue)Argument(cost, "weight")!).Value.Span, CultureInfo.InvariantCulture);
        }
    }

    private static GraphQLDirective? Find(GraphQLDirectives? directives, string name) => directives?.Items.Find(directive => directive.Name.Value == name);

    private static GraphQLValue? Argument(GraphQLDirective directive, string name) => directive.Arguments?.Items.Find(argument => argument.Name.Value == name)?.Value;

    private static int? Number(GraphQLDirective directive, string name) =>
        Argument(directive, name) is GraphQLIntValue number ? int.Parse(number.Value.Span, CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<string> Names(GraphQLDirective directive, string name) =>
        Argument(directive, name) is GraphQLListValue { Values: { } values } ? [.. values.Select(value => ((GraphQLStringValue)value).Value.ToString())] : [];
}
