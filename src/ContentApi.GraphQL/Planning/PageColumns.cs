namespace ContentApi.GraphQL.Planning;

/// <summary>The columns that a page's subselect gives.</summary>
/// <param name="alias">Alias of the subselect.</param>
internal sealed class PageColumns(string alias)
{
    private readonly SortedDictionary<string, string> _columns = new(StringComparer.Ordinal);

    /// <summary>Alias of the subselect.</summary>
    public string Alias => alias;

    /// <summary>Name and inner expression of every column, in a fixed order.</summary>
    public IReadOnlyDictionary<string, string> All => _columns;

    /// <summary>Adds a column if need be and gives its expression outside the subselect.</summary>
    public string Add(string name, string innerExpression)
    {
        _columns[name] = innerExpression;
        return $"{alias}.{name}";
    }
}
