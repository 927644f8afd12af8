using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Sql;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>Tests the rows of a list of the row: a <c>ListFilterInputTypeOf…</c>.</summary>
/// <param name="Target">What the list holds.</param>
/// <param name="Items">Gives the rows of the list; with true also those above them, where the rows make a tree.</param>
/// <param name="Articles">Gives the articles in whose lists the scope's row is, in the same sense; null where no index gives them in order.</param>
internal sealed record ListFilter(Func<Entity> Target, Func<FieldScope, bool, Rowset> Items, Func<FieldScope, bool, Rowset>? Articles = null) : FilterField
{
    private static readonly string[] Keys = ["id", "slug", "name", "path"];

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

    /// <summary>Tells whether a filter asks for values of which few rows have the same.</summary>
    public bool IsOfFew(ObjectInput filter) =>
        IsOfWhole(filter)
        || filter.Fields.Any(field => Keys.Contains(field.Key) && field.Value is ObjectInput operations && operations.Fields.Any(operation => operation is { Key: "eq", Value: ScalarInput } or { Key: "in", Value: ListInput }));

    /// <summary>Gives the condition on the row that is looked for; null when any will do.</summary>
    public string? Condition(ObjectInput filter, RowScope row, FieldScope scope) =>
        SubtreeFilter.RootOf(Target(), filter) is { } root ? SubtreeFilter.IsRoot(root, row, scope) : FilterPlanner.Plan(Target(), filter, row, scope);

    /// <inheritdoc/>
    public override bool MatchesMissing(InputValue operand, FieldScope scope) => FilterLogic.Matches((ObjectInput)operand, IsEmptyMatched);

    /// <summary>Tells whether an operator holds for an empty list, which what is not there has.</summary>
    public static bool IsEmptyMatched(string name, InputValue value) => (name, value) switch
    {
        (_, NullInput) => true,
        ("any", ScalarInput { Value: bool isFilled }) => !isFilled,
        _ => name is "none" or "all",
    };

    private Rowset List(RowScope row, FieldScope scope, bool isWhole = false) => Items(scope with { Owner = scope.Owner with { Row = row } }, isWhole);

    private string Where(ObjectInput filter, RowScope row, FieldScope scope)
    {
        var rows = List(row, scope, IsOfWhole(filter));
        if (IsOfFew(filter))
        {
            // Looked up once, and not again for every row that is tested.
            var target = new TableScope(scope.Planner.NewAlias(Target().Alias), new Dictionary<string, string> { ["id"] = rows.Node["id"] });
            var condition = Condition(filter, target, scope)!;
            rows.Conditions.Add(target.IsNeeded ? $"{rows.Node["id"]} = any(array(select {target.Alias}.id from {Target().Table} {target.Alias} where {condition}))" : condition);
        }
        else if (Condition(filter, rows.Node, scope) is { } condition)
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
