using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema;

/// <summary>A field of a <c>…SortInput</c>.</summary>
/// <param name="Type">Type of the key.</param>
/// <param name="Expression">SQL expression that is never null: nulls have their place at the low end already.</param>
/// <param name="IsIndexedByBeginning">Whether there is an index of its first characters: the key is a text without bounds, which an entry of an index is not.</param>
internal sealed record OrderField(SortKeyType Type, Func<RowScope, FieldScope, string> Expression, bool IsIndexedByBeginning = false);
