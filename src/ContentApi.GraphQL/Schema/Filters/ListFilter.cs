using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Sql;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>Tests the rows of a list of the row: a <c>ListFilterInputTypeOf…</c>.</summary>
/// <param name="Target">What the list holds.</param>
/// <param name="Items">Gives the rows of the list; with true also those above them, where the rows make a tree.</param>
internal sealed record ListFilter(Func<Entity> Target, Func<FieldScope, bool, Rowset> Items) : FilterField
{
    /// <inheritdoc/>
    public override string? Plan(InputValue operand, RowScope row, FieldScope scope) =>
        FilterLogic.Plan((ObjectInput)operand, (name, value) => (name, value) switch
        {
            (_, NullInput) => null,
            ("some", ObjectInput filter) => $"exists({Where(filter, row, scope)})",
            ("none", ObjectInput filter) => $"not exists({Where(filter, row, scope)})",
            ("all", ObjectInput filter) => PlanAll(filter, row, scope),
            ("any", ScalarInput { Value: bool isFilled }) => $"{(isFilled ? string.Empty : "not ")}exists({Select(List(row, scope))})",
            _ => throw new InvalidOperationException($"'{name}' is no condition on lists."),
        });

    private Rowset List(RowScope row, FieldScope scope, bool isWhole = false) => Items(scope with { Owner = scope.Owner with { Row = row } }, isWhole);

    private string Where(ObjectInput filter, RowScope row, FieldScope scope)
    {
        // Something of a subtree is in the list just when its root is among the items and those above them.
        var root = SubtreeFilter.RootOf(Target(), filter);
        var rows = List(row, scope, isWhole: root is not null);
        var condition = root is null ? FilterPlanner.Plan(Target(), filter, rows.Node, scope) : SubtreeFilter.IsRoot(root, rows.Node, scope);
        if (condition is not null)
        {
            rows.Conditions.Add(condition);
        }

        return Select(rows);
    }

    private string? PlanAll(ObjectInput filter, RowScope row, FieldScope scope)
    {
        var rows = List(row, scope);
        if (FilterPlanner.Plan(Target(), filter, rows.Node, scope) is not { } condition)
        {
            return null;
        }

        rows.Conditions.Add($"({condition}) is not true");
        return $"not exists({Select(rows)})";
    }

    private static string Select(Rowset rows) => $"select 1 {SqlGenerator.From(rows, rows.Conditions)}";
}
