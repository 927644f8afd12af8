namespace ContentApi.GraphQL.Errors;

/// <summary>A variable's value does not fit its type (specification, section 6.1.2).</summary>
internal sealed class InvalidVariableError(string message) : RequestError(ErrorCode.InvalidVariable, message);
