namespace ContentApi.GraphQL.Planning.Output;

/// <summary>An object over another row, <c>null</c> when there is no such row.</summary>
/// <param name="Rows">Gives at most one row, or the first in its natural order.</param>
/// <param name="Item">What is printed of it.</param>
internal sealed record OutputRow(Rowset Rows, OutputValue Item) : OutputValue;
