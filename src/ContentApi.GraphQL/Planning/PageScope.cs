namespace ContentApi.GraphQL.Planning;

/// <summary>
/// A row of a page: a subselect that is ordered and limited before anything else is computed. It selects just the columns
/// that were asked for here.
/// </summary>
/// <param name="page">The subselect.</param>
/// <param name="inner">The same row inside the subselect.</param>
/// <param name="prefix">Keeps columns of different tables apart.</param>
internal sealed class PageScope(PageColumns page, RowScope inner, string prefix) : RowScope
{
    /// <inheritdoc/>
    public override string this[string column] => page.Add(prefix + column, inner[column]);
}
