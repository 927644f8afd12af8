namespace ContentApi.GraphQL.Planning.Output;

/// <summary>The number of rows.</summary>
internal sealed record OutputCount(Rowset Rows) : OutputValue;
