namespace ContentApi.GraphQL.Planning.Output;

/// <summary>An object over rows that are selected once, under a name, however often they are used.</summary>
/// <param name="Columns">The name, and the columns that are used of them.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Node">Where the columns are taken from; tells whether the entity's own table is needed.</param>
/// <param name="Item">The object.</param>
internal sealed record OutputCommonTable(PageColumns Columns, Rowset Rows, TableScope Node, OutputValue Item) : OutputValue;
