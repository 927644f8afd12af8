using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema;

/// <summary>Says what one field of the graph compiles to.</summary>
internal delegate OutputValue FieldMapping(FieldScope scope);
