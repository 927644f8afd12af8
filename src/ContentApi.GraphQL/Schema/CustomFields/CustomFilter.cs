using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>Gives the condition of a filter on a custom field; null when it restricts nothing.</summary>
internal delegate string? CustomFilter(ObjectInput filter, RowScope row, FieldScope scope);
