namespace ContentApi.GraphQL.Planning.Output;

/// <summary>A JSON array over the rows of the page: <c>nodes</c> or <c>edges</c>. Stands only inside a connection.</summary>
/// <param name="Columns">The page.</param>
/// <param name="Window">Which rows of the subselect belong to it.</param>
/// <param name="Item">What is printed of each row.</param>
internal sealed record OutputPageItems(PageColumns Columns, PageWindow Window, OutputValue Item) : OutputValue;
