namespace ContentApi.GraphQL.Planning;

/// <summary>One key of an order.</summary>
/// <param name="Expression">SQL expression inside the page's subselect; never null.</param>
/// <param name="Column">Name under which the page gives it.</param>
/// <param name="Type">Its type, for cursors.</param>
/// <param name="IsDescending">Direction.</param>
/// <param name="IsIndexedByBeginning">Whether there is an index of its first characters, which has to be asked for by them.</param>
internal sealed record SortKey(string Expression, string Column, SortKeyType Type, bool IsDescending, bool IsIndexedByBeginning = false);
