namespace ContentApi.GraphQL.Planning.Output;

/// <summary>A SQL expression.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Form">How its value is printed.</param>
/// <param name="IsNullable">True when it may be null; then <c>null</c> is printed.</param>
internal sealed record OutputScalar(string Expression, JsonForm Form, bool IsNullable) : OutputValue;
