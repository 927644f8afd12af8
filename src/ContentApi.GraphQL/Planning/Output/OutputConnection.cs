namespace ContentApi.GraphQL.Planning.Output;

/// <summary>A Relay connection: one page of rows, and what is said of it.</summary>
internal sealed record OutputConnection : OutputValue
{
    /// <summary>Members in response order.</summary>
    public required IReadOnlyList<OutputField> Fields { get; init; }

    /// <summary>All rows of the list, before paging.</summary>
    public required Rowset Rows { get; init; }

    /// <summary>Other edges than those of <see cref="Rows"/> that lead to the same rows; empty when there are none.</summary>
    public required IReadOnlyList<EdgeList> Alternatives { get; init; }

    /// <summary>Columns of the page's subselect.</summary>
    public required PageColumns Columns { get; init; }

    /// <summary>Total order of the list; the last key is unique.</summary>
    public required IReadOnlyList<SortKey> Order { get; init; }

    /// <summary>Which part of the list.</summary>
    public required PageWindow Window { get; init; }

    /// <summary>True when any member needs the page itself and not only, say, the total.</summary>
    public required bool NeedsPage { get; init; }
}
