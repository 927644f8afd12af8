using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>Compares one value of the row: a <c>…OperationFilterInput</c>, or a plain value that has to be equal.</summary>
/// <param name="Type">What is compared.</param>
/// <param name="Expression">SQL expression, as the graph prints the value.</param>
internal sealed record ValueFilter(FilterType Type, Func<RowScope, FieldScope, string> Expression) : FilterField
{
    /// <inheritdoc/>
    public override string? Plan(InputValue operand, RowScope row, FieldScope scope)
    {
        var expression = Expression(row, scope);
        return operand is ObjectInput operations
            ? FilterLogic.Plan(operations, (name, value) => FilterOperations.Plan(name, expression, Type, value, scope.Parameters))
            : FilterOperations.Plan("eq", expression, Type, operand, scope.Parameters);
    }

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand) =>
        operand is ObjectInput operations && FilterLogic.Matches(operations, FilterOperations.MatchesMissing);
}
