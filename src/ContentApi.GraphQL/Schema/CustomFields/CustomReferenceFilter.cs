using ContentApi.Data;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Fields;
using ContentApi.GraphQL.Schema.Filters;
using ContentApi.GraphQL.Sql;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>Tests the one article that a custom field names. Where the caller sees none, all that is compared counts as a missing value.</summary>
internal sealed record CustomReferenceFilter(CustomField Field) : FilterField
{
    /// <inheritdoc/>
    public override string? Plan(InputValue operand, RowScope row, FieldScope scope)
    {
        var rows = CustomReferences.Rows(Field.Name, row, scope);
        if (FilterPlanner.Plan(Entities.Article, (ObjectInput)operand, rows.Node, scope) is not { } condition)
        {
            return null;
        }

        // There is one row at most.
        var isMatchedByNone = MatchesMissing(operand, scope);
        rows.Conditions.Add(isMatchedByNone ? $"({condition}) is not true" : condition);
        return $"{(isMatchedByNone ? "not " : string.Empty)}exists(select 1 {SqlGenerator.From(rows, rows.Conditions)})";
    }

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand, FieldScope scope) => FilterPlanner.MatchesMissing(Entities.Article, (ObjectInput)operand, scope);
}
