using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Reckons the cost of an operation with its variables, as HotChocolate does: fields and objects weigh what
/// <see cref="CostDirectives"/> say, or 1 for objects and lists and 0 for scalars; what stands below a list counts once an item.
/// Introspection is left out: it has limits of its own and asks nothing of the database.
/// </summary>
/// <param name="schema">The engine's schema.</param>
/// <param name="collector">Merges the operation's selections.</param>
/// <param name="coercer">Reads the operation's arguments.</param>
internal sealed class CostAnalyzer(ISchema schema, FieldCollector collector, InputCoercer coercer)
{
    // Lists of custom fields, of which the schema file says nothing.
    private const int UnsizedList = 5;

    /// <summary>Gives the cost.</summary>
    public OperationCost Analyze(GraphQLOperationDefinition operation) =>
        OfFields(collector.Collect(schema.Query!, [operation.SelectionSet]), parent: null) + new OperationCost(0, TypeWeight(schema.Query!));

    private OperationCost OfFields(IReadOnlyList<CollectedField> fields, Sized? parent)
    {
        var total = default(OperationCost);
        foreach (var field in fields.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            total += OfField(field, parent);
        }

        return total;
    }

    private OperationCost OfField(CollectedField field, Sized? parent)
    {
        var name = $"{field.Type.Name}.{field.Name}";
        var definition = field.Definition!;
        var arguments = coercer.Arguments(name, definition.Arguments, field.Nodes[0].Arguments);
        var type = definition.ResolvedType!.GetNamedType();
        var isList = Nullable(definition.ResolvedType!) is ListGraphType;
        var size = CostDirectives.Size(name);
        var below = OfObject(field, type, size is null ? null : new Sized(size, arguments));

        var times = (isList, size, parent) switch
        {
            (false, _, _) => 1,
            (_, { SizedFields.Count: 0 }, _) => Items(size, arguments),
            (_, null, { } connection) when connection.Size.SizedFields.Contains(field.Name) => Items(connection.Size, connection.Arguments),
            _ => UnsizedList,
        };
        var weight = CostDirectives.Weight(name) ?? (isList || IsComposite(type) ? 1 : 0);
        var input = (definition.Arguments ?? []).Sum(argument => OfArgument(name, argument, arguments));
        return new OperationCost(Math.Max(0, weight + input + (below.FieldCost * times)), (TypeWeight(type) + below.TypeCost) * times);
    }

    // An object of several possible types costs as much as the dearest.
    private OperationCost OfObject(CollectedField field, IGraphType type, Sized? sized) => type switch
    {
        IObjectGraphType one => OfFields(Below(field, one), sized),
        IAbstractGraphType many => many.PossibleTypes.Select(possible => OfFields(Below(field, possible), sized)).Aggregate(default(OperationCost), OperationCost.Max),
        _ => default,
    };

    private IReadOnlyList<CollectedField> Below(CollectedField field, IObjectGraphType type) =>
        collector.Collect(type, field.Nodes.Select(node => node.SelectionSet));

    private static double OfArgument(string field, QueryArgument argument, FieldArguments given)
    {
        var type = argument.ResolvedType!.GetNamedType();
        return given.Find(argument.Name) is { } value
            ? (CostDirectives.Weight($"{field}({argument.Name})") ?? (type is IInputObjectGraphType ? 1 : 0)) + OfInput(type, value)
            : 0;
    }

    private static double OfInput(IGraphType type, InputValue value) => (type, value) switch
    {
        (_, ListInput list) => list.Items.Sum(item => OfInput(type, item)),
        (IInputObjectGraphType input, ObjectInput fields) => fields.Fields.Sum(field =>
        {
            var fieldType = input.Fields.Find(field.Key)!.ResolvedType!.GetNamedType();
            return (CostDirectives.Weight($"{input.Name}.{field.Key}") ?? (fieldType is IInputObjectGraphType ? 1 : 0)) + OfInput(fieldType, field.Value);
        }),
        _ => 0,
    };

    private static int Items(ListSize size, FieldArguments arguments)
    {
        var given = size.SlicingArguments.Select(arguments.Int).Where(number => number is not null).Max();
        return given ?? size.SlicingDefault ?? size.AssumedSize;
    }

    private static double TypeWeight(IGraphType type) => CostDirectives.Weight(type.Name) ?? (IsComposite(type) ? 1 : 0);

    private static bool IsComposite(IGraphType type) => type is IObjectGraphType or IAbstractGraphType;

    private static IGraphType Nullable(IGraphType type) => type is NonNullGraphType nonNull ? nonNull.ResolvedType! : type;

    private sealed record Sized(ListSize Size, FieldArguments Arguments);
}
