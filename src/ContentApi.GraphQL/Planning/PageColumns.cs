namespace ContentApi.GraphQL.Planning;

/// <summary>The columns that a page's subselect gives.</summary>
/// <param name="alias">Alias of the subselect.</param>
internal sealed class PageColumns(string alias)
{
    private readonly SortedDictionary<string, string> _columns = new(StringComparer.Ordinal);

    /// <summary>Alias of the subselect.</summary>
    public string Alias => alias;

    /// <summary>True when nothing was asked for.</summary>
    public bool IsEmpty => _columns.Count == 0;

    /// <summary>The subselect's list of columns, in a fixed order.</summary>
    public string SelectList => string.Join(", ", _columns.Select(column => $"{column.Value} as {column.Key}"));

    /// <summary>Adds a column if need be and gives its expression outside the subselect.</summary>
    public string Add(string name, string innerExpression)
    {
        _columns[name] = innerExpression;
        return $"{alias}.{name}";
    }
}
