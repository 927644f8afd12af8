using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema;

/// <summary>A field of a <c>…FilterInput</c>.</summary>
/// <param name="Type">What is compared.</param>
/// <param name="Expression">SQL expression, as the graph prints the value.</param>
internal sealed record FilterField(FilterType Type, Func<RowScope, FieldScope, string> Expression);
