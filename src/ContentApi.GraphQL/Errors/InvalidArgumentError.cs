namespace ContentApi.GraphQL.Errors;

/// <summary>An argument's value is of the right type and still cannot be used.</summary>
internal sealed class InvalidArgumentError(string message) : RequestError(ErrorCode.InvalidArgument, message);
