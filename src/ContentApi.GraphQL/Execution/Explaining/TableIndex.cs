namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>An index.</summary>
/// <param name="Method">For instance <c>btree</c>.</param>
/// <param name="Keys">Its columns and expressions, in their order, as PostgreSQL prints them.</param>
internal sealed record TableIndex(string Method, IReadOnlyList<string> Keys);
