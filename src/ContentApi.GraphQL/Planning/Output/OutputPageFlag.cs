namespace ContentApi.GraphQL.Planning.Output;

/// <summary>Whether there are rows beyond one end of the page. Stands only inside a connection.</summary>
/// <param name="Columns">The page.</param>
/// <param name="Window">Which part of the list it is.</param>
/// <param name="Rows">All rows of the list.</param>
/// <param name="Order">Its order.</param>
/// <param name="IsNext">True for the end, false for the start.</param>
internal sealed record OutputPageFlag(PageColumns Columns, PageWindow Window, Rowset Rows, IReadOnlyList<SortKey> Order, bool IsNext) : OutputValue
{
    /// <summary>True on the side to which rows were counted: there the extra row of the page tells.</summary>
    public bool IsCounted => IsNext != Window.IsBackward;
}
