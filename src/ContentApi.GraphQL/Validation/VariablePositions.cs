using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ValidationError = GraphQL.Validation.ValidationError;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// A variable fits the place where it is used (specification, section 5.8.5). Replaces the engine's rule, which compares
/// list types and non-null types by the name of their kind: to it <c>[Int]</c> is as good as <c>[ID!]</c>.
/// </summary>
internal sealed class VariablePositions : ValidationRuleBase
{
    private const string Section = "5.8.5";

    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLOperationDefinition>(leave: Check);

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(GraphQLOperationDefinition operation, ValidationContext context)
    {
        foreach (var usage in context.GetRecursiveVariables(operation) ?? [])
        {
            var definition = operation.Variables?.Items.Find(variable => variable.Variable.Name.Value == usage.Node.Name.Value);
            if (definition is not null && usage.Type is not null && !IsAllowed(definition, usage))
            {
                var message = $"Variable '${usage.Node.Name.StringValue}' is declared with a type that does not fit here: '{usage.Type}' is needed.";
                context.ReportError(new ValidationError(context.Document.Source, Section, message, definition, usage.Node));
            }
        }
    }

    private static bool IsAllowed(GraphQLVariableDefinition definition, VariableUsage usage)
    {
        var isNullable = definition.Type is not GraphQLNonNullType;
        if (!isNullable || (usage.Type is not NonNullGraphType && !usage.IsRequired))
        {
            return Fits(definition.Type, usage.Type);
        }

        var hasDefault = definition.DefaultValue is not (null or GraphQLNullValue) || usage.HasDefault;
        return hasDefault && Fits(definition.Type, usage.Type is NonNullGraphType nonNull ? nonNull.ResolvedType! : usage.Type);
    }

    private static bool Fits(GraphQLType variable, IGraphType place) => (variable, place) switch
    {
        (GraphQLNonNullType declared, NonNullGraphType needed) => Fits(declared.Type, needed.ResolvedType!),
        (_, NonNullGraphType) => false,
        (GraphQLNonNullType declared, _) => Fits(declared.Type, place),
        (GraphQLListType declared, ListGraphType needed) => Fits(declared.Type, needed.ResolvedType!),
        (GraphQLNamedType declared, not ListGraphType) => declared.Name.Value == place.Name,
        _ => false,
    };
}
