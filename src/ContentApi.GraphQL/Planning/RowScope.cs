namespace ContentApi.GraphQL.Planning;

/// <summary>Where the columns of one row are found at one place of the statement.</summary>
internal abstract class RowScope
{
    /// <summary>Gives the SQL expression of a column.</summary>
    public abstract string this[string column] { get; }
}
