namespace ContentApi.GraphQL.Errors;

/// <summary>The document has no operation of that name, or several and no name was given (specification, section 6.1).</summary>
internal sealed class OperationNotFoundError(string message) : RequestError(ErrorCode.OperationNotFound, message);
