namespace ContentApi.GraphQL.Planning;

/// <summary>Rows of one entity: what stands behind a list, a connection or a to-one field.</summary>
internal sealed class Rowset
{
    /// <summary>First item of the FROM clause, with its alias.</summary>
    public required string From { get; init; }

    /// <summary>Join of the entity's own table; it is left out where nothing of <see cref="Node"/> is needed.</summary>
    public string? Join { get; init; }

    /// <summary>The entity's row.</summary>
    public required TableScope Node { get; init; }

    /// <summary>Alias of the edge table where <see cref="From"/> is that table alone; null elsewhere.</summary>
    public string? EdgeAlias { get; init; }

    /// <summary>Columns of that table that stand for the entity's own; all tables of edges to one entity have the same.</summary>
    public IReadOnlyList<string> EdgeColumns { get; init; } = [];

    /// <summary>The row of the edge table through which the entity is reached; null when there is none.</summary>
    public RowScope? Edge { get; init; }

    /// <summary>True where these are all rows that the caller may see in a list: no parent and no filter narrows them.</summary>
    public bool IsWhole { get; set; }

    /// <summary>True when the conditions hold the filter of the caller.</summary>
    public bool IsFiltered { get; set; }

    /// <summary>True when that filter restricts anything.</summary>
    public bool HasFilter { get; set; }

    /// <summary>Gives an expression for the number of rows, of one row of the driver where there is one, if the caller filters nothing more; null when they have to be counted.</summary>
    public Func<string>? Total { get; init; }

    /// <summary>Conditions, all of which hold.</summary>
    public List<string> Conditions { get; } = [];

    /// <summary>Those of them that hold whatever the caller's filter is.</summary>
    public IReadOnlyList<string> UnfilteredConditions { get; set; } = [];

    /// <summary>SQL expressions to order by when the caller gives no order; empty for a single row.</summary>
    public IReadOnlyList<string> NaturalOrder { get; init; } = [];

    /// <summary>Rows of another table that the rows are looked up for, one after the other; null when they are not.</summary>
    public RowsetDriver? Driver { get; set; }

    /// <summary>Joins that only the page's order needs; each leaves the number of rows as it is.</summary>
    public List<string> OrderJoins { get; } = [];

    /// <summary>True when a page is to be found before the entity's own table is joined: the edge table alone tells which rows match, and in which order.</summary>
    public bool IsPagedFromEdge { get; set; }

    /// <summary>True when the conditions alone need the entity's own table: then a count needs it too.</summary>
    public bool ConditionsNeedNode { get; set; }

    /// <summary>Gives the same rows for another list, which narrows them further.</summary>
    public Rowset Again()
    {
        var rows = new Rowset { From = From, Join = Join, Node = Node.Again(), Edge = Edge, IsFiltered = IsFiltered, ConditionsNeedNode = ConditionsNeedNode };
        rows.Conditions.AddRange(Conditions);
        return rows;
    }
}
