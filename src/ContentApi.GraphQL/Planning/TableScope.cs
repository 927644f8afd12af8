namespace ContentApi.GraphQL.Planning;

/// <summary>A row of a table in the FROM clause.</summary>
/// <param name="alias">Alias of the table.</param>
/// <param name="covered">Columns that another table of the same FROM clause holds a copy of, with the expression to use instead.</param>
internal sealed class TableScope(string alias, IReadOnlyDictionary<string, string>? covered = null) : RowScope
{
    /// <summary>Alias of the table.</summary>
    public string Alias { get; } = alias;

    /// <summary>True once a column was asked for that only this table has: then it has to be joined.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>Gives the same row for another use of it, which may need the table where this one does not.</summary>
    public TableScope Again() => new(Alias, covered);

    /// <inheritdoc/>
    public override string this[string column]
    {
        get
        {
            if (covered is not null && covered.TryGetValue(column, out var copy))
            {
                return copy;
            }

            IsNeeded = true;
            return $"{Alias}.{column}";
        }
    }
}
