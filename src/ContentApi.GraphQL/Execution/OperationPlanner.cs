using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema.CustomFields;
using ContentApi.GraphQL.Sql;
using ContentApi.GraphQL.Validation;
using GraphQL.Types;
using GraphQLParser.AST;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Execution;

/// <summary>Makes the plan of an operation: selections → output → SQL.</summary>
internal sealed class OperationPlanner(ISchema schema, SchemaDefaults defaults, CustomFieldSet customFields)
{
    /// <summary>Plans an operation for the shape of these variables.</summary>
    public OperationPlan Plan(PreparedOperation operation, VariableValues variables, bool isEditor)
    {
        var coercer = new InputCoercer(defaults, variables);
        var planner = new SelectionPlanner(schema, new FieldCollector(schema, operation.Document, coercer), coercer, customFields, isEditor);
        var root = new ObjectScope(NoEdge.Instance, IsPreview: false);
        var fields = planner.RootFields(operation.Operation);
        var introspection = fields.Where(IsIntrospection).ToList();
        if (fields.Count > 0 && fields.All(field => IsIntrospection(field)))
        {
            return new OperationPlan(null, [], default, IntrospectionDocument(operation, introspection), planner.Dependencies);
        }

        // Introspection beside content comes as a parameter, so that one statement still prints the whole answer in order.
        var output = new OutputObject([.. fields.Select(field => new OutputField(
            field.ResponseKey,
            IsIntrospection(field) ? IntrospectionResult(planner, field.ResponseKey) : planner.Field(field, root, [])))]);
        return new OperationPlan(
            SqlGenerator.Statement(output),
            planner.Parameters.All,
            Cost(operation, variables),
            introspection.Count == 0 ? null : IntrospectionDocument(operation, introspection),
            planner.Dependencies);
    }

    // Values are counted as they are read, so a second reading has a reader of its own.
    private OperationCost Cost(PreparedOperation operation, VariableValues variables)
    {
        var coercer = new InputCoercer(defaults, variables);
        return new CostAnalyzer(schema, new FieldCollector(schema, operation.Document, coercer), coercer).Analyze(operation.Operation);
    }

    private static bool IsIntrospection(CollectedField field) => field.Name is "__schema" or "__type";

    private static OutputScalar IntrospectionResult(SelectionPlanner planner, string key) =>
        new(planner.Parameters.Add(NpgsqlDbType.Text, binding => binding.Introspection[key]), JsonForm.Json, IsNullable: false);

    // The arguments of introspection and of directives are of these types.
    private static bool IsOfIntrospection(GraphQLVariableDefinition variable) =>
        (variable.Type is GraphQLNonNullType nonNull ? nonNull.Type : variable.Type) is GraphQLNamedType { Name.StringValue: "String" or "Boolean" };

    private static GraphQLDocument IntrospectionDocument(PreparedOperation operation, List<CollectedField> fields) =>
        new([
            new GraphQLOperationDefinition(new GraphQLSelectionSet([.. fields.SelectMany(field => field.Nodes)]))
            {
                Operation = OperationType.Query,
                Variables = new GraphQLVariablesDefinition([.. (operation.Operation.Variables?.Items ?? []).Where(IsOfIntrospection)]),
            },
            .. operation.Document.Definitions.OfType<GraphQLFragmentDefinition>(),
        ]);
}
