namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>A table and its indexes, as the database has them now.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Indexes">The key columns of each index, in their order; expressions are left out.</param>
internal sealed record TableIndexes(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Indexes)
{
    /// <summary>True when an index begins with these columns, in any order.</summary>
    public bool HasIndexOn(IReadOnlyList<string> columns) =>
        Indexes.Any(index => index.Take(columns.Count).Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal)));
}
