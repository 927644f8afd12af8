using ContentApi.GraphQL.Inputs;

namespace ContentApi.GraphQL.Planning;

/// <summary>All that the plan of one field depends on.</summary>
internal sealed record FieldScope
{
    /// <summary>Makes the plans of the fields below.</summary>
    public required SelectionPlanner Planner { get; init; }

    /// <summary>The field.</summary>
    public required CollectedField Field { get; init; }

    /// <summary>Its arguments.</summary>
    public required FieldArguments Arguments { get; init; }

    /// <summary>The row that the field's object stands for.</summary>
    public required ObjectScope Owner { get; init; }

    /// <summary>Response path of the field.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The row that the field's object stands for.</summary>
    public RowScope Row => Owner.Row;

    /// <summary>Parameters of the statement.</summary>
    public PlanParameters Parameters => Planner.Parameters;
}
