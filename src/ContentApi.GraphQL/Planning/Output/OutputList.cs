namespace ContentApi.GraphQL.Planning.Output;

/// <summary>A JSON array over rows, in their natural order.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Item">What is printed of each.</param>
internal sealed record OutputList(Rowset Rows, OutputValue Item) : OutputValue;
