using ContentApi.Data;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>Tests the values of a custom field that is a list: a <c>List…OperationFilterInput</c>.</summary>
internal sealed record CustomListFilter(CustomField Field) : FilterField
{
    /// <inheritdoc/>
    public override string? Plan(InputValue operand, RowScope row, FieldScope scope) =>
        FilterLogic.Plan((ObjectInput)operand, (name, value) => (name, value) switch
        {
            (_, NullInput) => null,
            ("some", ObjectInput filter) => $"exists({Values(filter, row, scope)})",
            ("none", ObjectInput filter) => $"not exists({Values(filter, row, scope)})",
            ("all", ObjectInput filter) => $"not exists({Values(filter, row, scope, isNegated: true)})",
            ("any", ScalarInput { Value: bool isFilled }) => $"{(isFilled ? string.Empty : "not ")}exists({Values(filter: null, row, scope)})",
            _ => throw new InvalidOperationException($"'{name}' is no condition on lists."),
        });

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand, FieldScope scope) => FilterLogic.Matches((ObjectInput)operand, ListFilter.IsEmptyMatched);

    private string Values(ObjectInput? filter, RowScope row, FieldScope scope, bool isNegated = false)
    {
        var alias = scope.Planner.NewAlias("v");
        var value = CustomFilters.OnValue(Field.ItemType, (_, _) => CustomFieldSql.Cast($"{alias}.value", Field.ItemType));
        var condition = (filter is null ? null : value.Plan(filter, row, scope)) ?? "true";
        return $"select 1 from jsonb_array_elements_text({CustomFieldSql.Json(Field, row)}) {alias}(value) where {(isNegated ? $"({condition}) is not true" : condition)}";
    }
}
