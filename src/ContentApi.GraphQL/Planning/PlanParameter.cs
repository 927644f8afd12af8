using NpgsqlTypes;

namespace ContentApi.GraphQL.Planning;

/// <summary>One parameter of a statement.</summary>
/// <param name="Type">Its database type.</param>
/// <param name="Read">Takes its value from a request; null is SQL null.</param>
internal sealed record PlanParameter(NpgsqlDbType Type, Func<RequestBinding, object?> Read);
