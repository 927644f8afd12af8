using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Sql;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>Tests the rows of a list of the row: a <c>ListFilterInputTypeOf…</c>.</summary>
/// <param name="Target">What the list holds.</param>
/// <param name="Items">Gives the rows of the list; with true also those above them, where the rows make a tree.</param>
/// <param name="Articles">Gives the articles in whose lists the scope's row is, in the same sense.</param>
internal sealed record ListFilter(Func<Entity> Target, Func<FieldScope, bool, Rowset> Items, Func<FieldScope, bool, Rowset> Articles) : FilterField
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

    /// <summary>
    /// Tells whether a filter is to be looked for among the list's rows and those above them: something of a subtree is in the list
    /// just when the root of the subtree is there.
    /// </summary>
    public bool IsOfWhole(ObjectInput filter) => SubtreeFilter.RootOf(Target(), filter) is not null;

    /// <summary>Gives the condition on the row that is looked for; null when any will do.</summary>
    public string? Condition(ObjectInput filter, RowScope row, FieldScope scope) =>
        SubtreeFilter.RootOf(Target(), filter) is { } root ? SubtreeFilter.IsRoot(root, row, scope) : FilterPlanner.Plan(Target(), filter, row, scope);

    private Rowset List(RowScope row, FieldScope scope, bool isWhole = false) => Items(scope with { Owner = scope.Owner with { Row = row } }, isWhole);

    private string Where(ObjectInput filter, RowScope row, FieldScope scope)
    {
        var rows = List(row, scope, IsOfWhole(filter));
        if (Condition(filter, rows.Node, scope) is { } condition)
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
