using ContentApi.GraphQL.Planning;

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

    /// <summary>Condition under which the public may see a row.</summary>
    public required Func<RowScope, FieldScope, string> IsPublic { get; init; }

    /// <summary>Name and direction of the order when the caller gives none.</summary>
    public required (string Name, bool IsDescending) DefaultOrder { get; init; }

    /// <summary>Fields of its sort input.</summary>
    public required IReadOnlyDictionary<string, OrderField> Orders { get; init; }

    /// <summary>Fields of its filter input, but for and, or, not.</summary>
    public required IReadOnlyDictionary<string, FilterField> Filters { get; init; }

    /// <summary>Gives a filter field.</summary>
    public FilterField Filter(string name) => Filters[name];

    /// <summary>Gives all rows that the caller may see.</summary>
    public Rowset Rows(FieldScope scope)
    {
        var node = new TableScope(scope.Planner.NewAlias(Alias));
        var rows = new Rowset { From = $"{Table} {node.Alias}", Node = node };
        if (!scope.Owner.IsPreview)
        {
            rows.Conditions.Add(IsPublic(node, scope));
        }

        return rows;
    }
}
