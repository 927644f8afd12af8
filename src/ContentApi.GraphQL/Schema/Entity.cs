using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema;

/// <summary>An object type that stands for rows of a table: how it is found, filtered and ordered.</summary>
internal sealed record Entity
{
    /// <summary>Name in the graph.</summary>
    public required string TypeName { get; init; }

    /// <summary>Table of its rows; the key is the column <c>id</c>.</summary>
    public required string Table { get; init; }

    /// <summary>First letters of the table's aliases, for people who read the SQL.</summary>
    public required string Alias { get; init; }

    /// <summary>Condition under which the public may see a row; null for types that the schema guards as a whole.</summary>
    public Func<RowScope, FieldScope, string>? IsPublic { get; init; }

    /// <summary>Name and direction of the order when the caller gives none, for entities with a sort input.</summary>
    public (string Name, bool IsDescending) DefaultOrder { get; init; }

    /// <summary>Fields of its sort input; empty when its lists have one order only.</summary>
    public IReadOnlyDictionary<string, OrderField> Orders { get; init; } = new Dictionary<string, OrderField>();

    /// <summary>Fields of its sort input that are sort inputs themselves.</summary>
    public IReadOnlyDictionary<string, ReferenceOrder> ReferenceOrders { get; init; } = new Dictionary<string, ReferenceOrder>();

    /// <summary>Fields of its filter input, but for and, or, not; empty when its lists have no filter.</summary>
    public IReadOnlyDictionary<string, FilterField> Filters { get; init; } = new Dictionary<string, FilterField>();

    /// <summary>Gives all rows that the caller may see.</summary>
    public Rowset Rows(FieldScope scope)
    {
        var node = new TableScope(scope.Planner.NewAlias(Alias));
        var rows = new Rowset { From = $"{Table} {node.Alias}", Node = node };
        if (!scope.Owner.IsPreview && IsPublic is not null)
        {
            rows.Conditions.Add(IsPublic(node, scope));
        }

        return rows;
    }
}
